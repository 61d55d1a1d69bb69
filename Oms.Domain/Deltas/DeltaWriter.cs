using System.Buffers;
using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Deltas;

/// <summary>
/// Writes what takes a copy of one version of the ontology to another, down to the members that changed (domain.md 2.6). Only what differs is
/// looked at. Its form is in docs/deltas.md; <see cref="OntologyCopy.Apply"/> reads it.
/// </summary>
public static class DeltaWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = CanonicalEncoder.Instance };

    /// <summary>The delta in UTF-8.</summary>
    /// <param name="before">The version that the copy has.</param>
    /// <param name="after">The version that it is to have.</param>
    public static byte[] Delta(Snapshot before, Snapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var output = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("from", before.Tree.ToString());
            json.WriteString("to", after.Tree.ToString());
            var changes = TreeDiff.Compare(before, after);
            WriteDeleted(changes.Where(c => c.After.IsEmpty), json);
            json.WriteStartArray("created");
            foreach (var change in changes.Where(c => c.Before.IsEmpty))
                json.WriteRawValue(ElementJson.Write(after.Find(change.Element)!), skipInputValidation: true);
            json.WriteEndArray();
            json.WriteStartArray("updated");
            foreach (var change in changes.Where(c => !c.Before.IsEmpty && !c.After.IsEmpty))
                ElementDelta.Write(change.Element, before.Find(change.Element)!, after.Find(change.Element)!, json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>The whole version in UTF-8, for who has no copy yet.</summary>
    public static byte[] Full(Snapshot version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var output = new ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("to", version.Tree.ToString());
            json.WriteStartArray("elements");
            foreach (var kind in Enum.GetValues<ElementKind>())
                foreach (var element in version.All(kind))
                    json.WriteRawValue(ElementJson.Write(element), skipInputValidation: true);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteDeleted(IEnumerable<ElementChange> deleted, Utf8JsonWriter json)
    {
        json.WriteStartArray("deleted");
        foreach (var change in deleted)
            json.WriteStringValue(change.Element.Value);
        json.WriteEndArray();
    }
}
