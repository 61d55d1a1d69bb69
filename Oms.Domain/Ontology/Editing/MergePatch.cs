using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Oms.Domain.History;

namespace Oms.Domain.Ontology.Editing;

/// <summary>
/// JSON merge patch (RFC 7396), knowing what the fields mean: texts by language, annotations by key and records with fields of their own are merged; a type
/// reference and a free JSON value are values, replaced whole. The depth of the records bounds the recursion.
/// </summary>
internal static class MergePatch
{
    internal static void Apply(JsonObject target, JsonObject patch, JsonTypeInfo? info)
    {
        foreach (var (name, value) in patch.ToList())
        {
            var field = info?.Properties.FirstOrDefault(p => p.Name == name)?.PropertyType;
            if (value is null)
                target.Remove(name);
            else if (value is JsonObject changes && target[name] is JsonObject inner && field is not null && IsMerged(field))
                Apply(inner, changes, IsKeyed(field) ? null : CanonicalJson.Options.GetTypeInfo(field));
            else
                target[name] = value.DeepClone();
        }
    }

    private static bool IsKeyed(Type field) => field == typeof(LocalizedText) || field == typeof(Annotations);

    private static bool IsMerged(Type field) => IsKeyed(field)
        || (field != typeof(TypeRef) && field != typeof(JsonLiteral) && CanonicalJson.Options.GetTypeInfo(field).Kind == JsonTypeInfoKind.Object);
}
