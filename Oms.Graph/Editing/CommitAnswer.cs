using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Ontology.Naming;

namespace Oms.Graph.Editing;

/// <summary>What a commit came to, as it is kept for the client that asks again under the same key.</summary>
/// <param name="Branch">The branch's name.</param>
/// <param name="Commit">The commit.</param>
/// <param name="Results">What each operation came to.</param>
/// <param name="Findings">Naming findings.</param>
internal sealed record CommitAnswer(
    string Branch, ObjectHash Commit, ImmutableArray<OperationResult> Results, ImmutableArray<LintFinding> Findings);
