using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Oms.Domain.Ontology;

/// <summary>
/// Whatever else is said of an element or member, as JSON values by key: what other formats say and this model has no field for. Kept,
/// hashed and merged key by key; no rule reads it. Immutable; the default has no key.
/// </summary>
[JsonConverter(typeof(AnnotationsConverter))]
public sealed class Annotations
{
    /// <summary>No annotation.</summary>
    public static readonly Annotations None = new([]);

    /// <summary>Takes values by key; of two under one key the last holds.</summary>
    public Annotations(IEnumerable<KeyValuePair<string, JsonLiteral>> values)
    {
        var sorted = ImmutableSortedDictionary.CreateBuilder<string, JsonLiteral>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
            sorted[key] = value;
        Values = sorted.ToImmutable();
    }

    /// <summary>The values by key, in ordinal order of the keys.</summary>
    public ImmutableSortedDictionary<string, JsonLiteral> Values { get; }

    /// <summary>True when there is no key.</summary>
    public bool IsEmpty => Values.IsEmpty;
}
