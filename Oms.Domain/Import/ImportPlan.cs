using System.Collections.Immutable;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Import;

/// <summary>How to take a branch to what the files say.</summary>
/// <param name="Operations">The operations of one commit, in order; empty when the branch is there already.</param>
/// <param name="Summary">What they come to.</param>
public sealed record ImportPlan(ImmutableArray<Operation> Operations, ImportSummary Summary);
