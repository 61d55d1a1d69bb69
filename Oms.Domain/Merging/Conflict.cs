using System.Collections.Immutable;
using Oms.Domain.Compatibility;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>
/// A place where two sides meet: a value, with what each side says and the answers there are. INFO and WARN are answered by a strategy, and
/// told; ERROR and BLOCK wait for somebody.
/// </summary>
public sealed record Conflict
{
    /// <summary>The identity: it follows from the path and the hashes of base, ours and theirs, so the same question has the same id everywhere.</summary>
    public required string Id { get; init; }

    /// <summary>What the sides did.</summary>
    public required ConflictKind Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required SemanticKind Semantic { get; init; }

    /// <summary>How much it asks of people.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where.</summary>
    public required MergePath Path { get; init; }

    /// <summary>What was there before both; null for nothing.</summary>
    public JsonLiteral? Base { get; init; }

    /// <summary>What our side says; null for nothing.</summary>
    public JsonLiteral? Ours { get; init; }

    /// <summary>What their side says; null for nothing.</summary>
    public JsonLiteral? Theirs { get; init; }

    /// <summary>The answers there are.</summary>
    public ImmutableArray<ResolutionOption> Options { get; init; } = [];

    /// <summary>The strategy that answered it, such as <c>type_widening</c> (domain.md 3.5); null where none did.</summary>
    public string? Strategy { get; init; }

    /// <summary>The answer it was given by somebody; null for none.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>Why the answer could not be taken; null where it was, or there is none.</summary>
    public string? Problem { get; init; }

    /// <summary>The changes that together break a rule; empty where both changed the same place.</summary>
    public ImmutableArray<Cause> Causes { get; init; } = [];

    /// <summary>Who refers to what one side deleted: at most 100.</summary>
    public ImmutableArray<Usage> Consequences { get; init; } = [];

    /// <summary>What happened, as a sentence in English and Korean.</summary>
    public LocalizedText Message { get; init; } = LocalizedText.None;

    /// <summary>True while somebody has to answer.</summary>
    public bool IsOpen => Severity >= Severity.Error && (Resolution is null || Problem is not null);
}
