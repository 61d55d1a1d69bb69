using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Naming;

/// <summary>What good names of one sort look like (domain.md 1.15). Prefixes and suffixes are whole words, compared without case.</summary>
public sealed record NamingRule
{
    /// <summary>How words are joined.</summary>
    public NamePattern Pattern { get; init; }

    /// <summary>Words of which one stands first; empty for any.</summary>
    public ImmutableArray<string> RequiredPrefixes { get; init; } = [];

    /// <summary>Words of which one stands last; empty for any.</summary>
    public ImmutableArray<string> RequiredSuffixes { get; init; } = [];

    /// <summary>Words that do not stand first.</summary>
    public ImmutableArray<string> ForbiddenPrefixes { get; init; } = [];

    /// <summary>The least number of characters.</summary>
    public int MinLength { get; init; } = 1;

    /// <summary>The greatest number of characters.</summary>
    public int MaxLength { get; init; } = 255;

    /// <summary>Words that are fine here although they are reserved.</summary>
    public ImmutableArray<string> AllowedWords { get; init; } = [];
}
