using System.Collections.Immutable;

namespace Oms.Domain.Import.GraphQl;

/// <summary>
/// A schema as its document states it, extensions merged into what they extend. Nothing is resolved: a type is named by its text, and may
/// be missing. Every name stands once in each list.
/// </summary>
public sealed record GraphQlSchema
{
    /// <summary>The description of the schema; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The name of the query root; null where there is none.</summary>
    public string? Query { get; init; }

    /// <summary>The name of the mutation root; null where there is none.</summary>
    public string? Mutation { get; init; }

    /// <summary>The name of the subscription root; null where there is none.</summary>
    public string? Subscription { get; init; }

    /// <summary>The directives applied to the schema itself.</summary>
    public ImmutableArray<GraphQlDirectiveUse> Directives { get; init; } = [];

    /// <summary>The types by name, without the five scalars that every schema has and those of introspection.</summary>
    public required ImmutableDictionary<string, GraphQlType> Types { get; init; }

    /// <summary>The directives by name, without those that the specification defines.</summary>
    public required ImmutableDictionary<string, GraphQlDirective> DirectiveDefinitions { get; init; }

    /// <summary>What the document does that the specification forbids, and how it was read all the same.</summary>
    public ImmutableArray<Unmapped> LetPass { get; init; } = [];

    /// <summary>True for the name of a root type.</summary>
    public bool IsRoot(string type) => type == Query || type == Mutation || type == Subscription;
}
