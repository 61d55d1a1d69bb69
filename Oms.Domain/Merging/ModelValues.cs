using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>Values of the model's fields, whatever they are. Recursion is bounded by the records, which hold no record of their own type.</summary>
internal static class ModelValues
{
    internal static bool Same(object? a, object? b)
    {
        if (ReferenceEquals(a, b))
            return true;
        return (a, b) switch
        {
            (null, _) or (_, null) => false,
            (LocalizedText x, LocalizedText y) => x.Texts.SequenceEqual(y.Texts),
            (Annotations x, Annotations y) => x.Values.SequenceEqual(y.Values),
            (Member or Element, _) => a.GetType() == b.GetType() && RecordShape.Of(a.GetType()).Same(a, b),
            (System.Collections.IList x, System.Collections.IList y) => x.Equals(y) || SameLists(x, y),
            _ => a.Equals(b),
        };
    }

    /// <summary>The value as canonical JSON; null for one that is left out.</summary>
    internal static JsonLiteral? Json(object? value, Type type) => value switch
    {
        null => null,
        JsonLiteral literal => literal,
        LocalizedText { IsEmpty: true } or Annotations { IsEmpty: true } or System.Collections.ICollection { Count: 0 } => null,
        _ => new JsonLiteral(JsonSerializer.Serialize(value, type, CanonicalJson.Options)),
    };

    private static bool SameLists(System.Collections.IList a, System.Collections.IList b)
    {
        if (a.Count != b.Count)
            return false;
        for (var i = 0; i < a.Count; i++)
            if (!Same(a[i], b[i]))
                return false;
        return true;
    }
}
