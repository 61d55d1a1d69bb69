using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Oms.Domain.Ontology;

/// <summary>
/// A versioned definition. Its content is exactly what <c>CanonicalJson</c> writes of it; who changed it when is the history's to say.
/// </summary>
public abstract record Element
{
    /// <summary>What kind of element this is.</summary>
    [JsonIgnore]
    public abstract ElementKind Kind { get; }

    /// <summary>The identity, kept through renames.</summary>
    public ElementId Id { get; init; }

    /// <summary>The API name: a letter, then letters, digits and underscores; unique per kind on a branch.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The namespace that groups elements, names joined by dots; empty for the root. Moving an element changes it.</summary>
    public string Namespace { get; init; } = string.Empty;

    /// <summary>Labels by language; where empty the name serves.</summary>
    public LocalizedText DisplayName { get; init; } = LocalizedText.None;

    /// <summary>Descriptions by language.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.None;

    /// <summary>Where it stands in its life.</summary>
    public Status Status { get; init; }

    /// <summary>Set exactly when <see cref="Status"/> is deprecated.</summary>
    public Deprecation? Deprecation { get; init; }

    /// <summary>Whom a user interface shows it.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>Free labels, each once, in ordinal order.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The address of the definition this one was imported from; null for one made here.</summary>
    public string? Source { get; init; }

    /// <summary>What else is said of it, by key.</summary>
    public Annotations Annotations { get; init; } = Annotations.None;

    /// <summary>Every member, whatever list it stands in.</summary>
    [JsonIgnore]
    public abstract IEnumerable<Member> Members { get; }
}
