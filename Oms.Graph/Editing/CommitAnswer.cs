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
    string Branch, ObjectHash Commit, ImmutableArray<OperationResult> Results, ImmutableArray<LintFinding> Findings)
{
    /// <summary>What each operation came to.</summary>
    public ImmutableArray<OperationResult> Results { get; init; } = Results.IsDefault ? [] : Results;

    /// <summary>The queued commit's id; null where the commit is made.</summary>
    public string? Queued { get; init; }

    /// <summary>Naming findings; empty where the kept JSON leaves the empty list out.</summary>
    public ImmutableArray<LintFinding> Findings { get; init; } = Findings.IsDefault ? [] : Findings;
}
