using System.Text.Json;

namespace Oms.Domain.Deltas;

/// <summary>A change within a long text: what stands between the same beginning and the same end. Counted in UTF-16 code units.</summary>
/// <param name="Language">Which of the texts.</param>
/// <param name="Start">How much of the beginning is the same.</param>
/// <param name="Removed">How much comes out there.</param>
/// <param name="Inserted">What goes in there.</param>
internal sealed record TextSplice(string Language, int Start, int Removed, string Inserted)
{
    private const int WorthIt = 40;

    /// <summary>The changes of texts by language; null where telling them whole is as short.</summary>
    internal static List<TextSplice>? Between(JsonElement before, JsonElement after)
    {
        if (before.ValueKind != JsonValueKind.Object || after.ValueKind != JsonValueKind.Object)
            return null;
        var (old, now) = (before.EnumerateObject().ToList(), after.EnumerateObject().ToList());
        if (!old.Select(t => t.Name).SequenceEqual(now.Select(t => t.Name)) || old.Concat(now).Any(t => t.Value.ValueKind != JsonValueKind.String))
            return null;
        var splices = old.Zip(now).Select(t => Between(t.First.Name, t.First.Value.GetString()!, t.Second.Value.GetString()!)).Where(s => s.Removed + s.Inserted.Length > 0).ToList();
        return now.Sum(t => t.Value.GetString()!.Length) - splices.Sum(s => s.Inserted.Length + WorthIt) > 0 ? splices : null;
    }

    /// <summary>The text after the change.</summary>
    internal static string Apply(string text, int start, int removed, string inserted) => string.Concat(text.AsSpan(0, start), inserted, text.AsSpan(start + removed));

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray(Language);
        json.WriteNumberValue(Start);
        json.WriteNumberValue(Removed);
        json.WriteStringValue(Inserted);
        json.WriteEndArray();
    }

    private static TextSplice Between(string language, string before, string after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
            end++;

        // Half a surrogate pair is no text.
        if (start > 0 && char.IsHighSurrogate(before[start - 1]))
            start--;
        if (end > 0 && char.IsLowSurrogate(before[^end]))
            end--;
        return new TextSplice(language, start, before.Length - end - start, after[start..^end]);
    }
}
