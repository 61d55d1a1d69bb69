using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology.Naming;

namespace Oms.Domain.Ontology.Editing;

/// <summary>What a list of operations makes of a snapshot.</summary>
/// <param name="After">The next version.</param>
/// <param name="Changes">What differs, in the order of ids; empty when the operations come to nothing.</param>
/// <param name="Objects">The new definitions and map nodes, to be stored with the commit.</param>
/// <param name="Findings">Naming findings on the elements that changed.</param>
/// <param name="Results">What each operation came to, in their order.</param>
public sealed record Edit(
    Snapshot After,
    ImmutableArray<ElementChange> Changes,
    ImmutableArray<StoredObject> Objects,
    ImmutableArray<LintFinding> Findings,
    ImmutableArray<OperationResult> Results);
