using System.Collections.Immutable;
using Oms.Domain.Compatibility;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>A conflict on its way to the log.</summary>
internal sealed record Question(ConflictKind Kind, SemanticKind Semantic, Severity Severity, MergePath Path)
{
    internal JsonLiteral? Base { get; init; }

    internal JsonLiteral? Ours { get; init; }

    internal JsonLiteral? Theirs { get; init; }

    internal ImmutableArray<ResolutionOption> Options { get; init; } = [];

    internal string? Strategy { get; init; }

    internal ImmutableArray<Cause> Causes { get; init; } = [];

    internal ImmutableArray<Usage> Consequences { get; init; } = [];

    /// <summary>What the place is called in sentences; null for the path.</summary>
    internal string? Subject { get; init; }

    /// <summary>True where both sides say the same under different identities.</summary>
    internal bool IsAlike { get; init; }

    /// <summary>What is wrong, where a rule is broken.</summary>
    internal string? Detail { get; init; }

    /// <summary>The options of a value that each side has set, without repeating equal ones.</summary>
    internal Question WithSides(Func<JsonLiteral?, Relation?>? verdict = null) => this with
    {
        Options =
        [
            new(ResolutionChoice.Ours, Ours, verdict?.Invoke(Ours)),
            new(ResolutionChoice.Theirs, Theirs, verdict?.Invoke(Theirs)),
            new(ResolutionChoice.Base, Base, verdict?.Invoke(Base)),
            .. Options,
            new(ResolutionChoice.Value, null),
        ],
    };
}
