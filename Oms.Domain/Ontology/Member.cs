namespace Oms.Domain.Ontology;

/// <summary>What every member of an element has: an identity of its own, a name that may change, labels, a status.</summary>
public abstract record Member
{
    /// <summary>The identity, kept through renames.</summary>
    public MemberId Id { get; init; }

    /// <summary>The API name: a letter, then letters, digits and underscores; unique within its list.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Labels by language; where empty the name serves.</summary>
    public LocalizedText DisplayName { get; init; } = LocalizedText.None;

    /// <summary>Descriptions by language.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.None;

    /// <summary>Where it stands in its life.</summary>
    public Status Status { get; init; }

    /// <summary>Set exactly when <see cref="Status"/> is deprecated.</summary>
    public Deprecation? Deprecation { get; init; }

    /// <summary>What else is said of it, by key.</summary>
    public Annotations Annotations { get; init; } = Annotations.None;
}
