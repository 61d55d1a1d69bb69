using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.Compatibility.Policies;
using Oms.Domain.History;
using Oms.Domain.Issues;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;

namespace Oms.Domain.Proposals;

/// <summary>What the checks of a proposal look at.</summary>
/// <param name="Change">What it would do.</param>
/// <param name="Target">The version that it would be merged into.</param>
/// <param name="Merge">What merging comes to, with the answers that were kept.</param>
/// <param name="Branch">The target.</param>
/// <param name="Issues">The issues that it names.</param>
/// <param name="Policy">When an issue must be named.</param>
public sealed record CheckInput(
    ProposedChange Change, Snapshot Target, MergeResult Merge, BranchName Branch, ImmutableArray<string> Issues, IssuePolicy Policy)
{
    /// <summary>True where the target promises something by its own rules.</summary>
    public bool IsPromised { get; init; }

    /// <summary>What breaks what the target promises by its own rules; null where it promises nothing, and where there is no merge yet.</summary>
    public ImmutableArray<ContractBreak>? Breaks { get; init; }

    /// <summary>The target's own naming convention; null where it has none.</summary>
    public NamingPolicy? Naming { get; init; }

    /// <summary>The checks that the target's own rules ask for, whatever its policy lets fail.</summary>
    public ImmutableArray<CheckKind> Enforced => (Breaks, Naming) switch
    {
        (not null, { IsEnforced: true }) => [CheckKind.Compatibility, CheckKind.Lint],
        (not null, _) => [CheckKind.Compatibility],
        (_, { IsEnforced: true }) => [CheckKind.Lint],
        _ => [],
    };

    /// <summary>The hash of it all.</summary>
    public string Hash => ObjectHash.Of(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', (IEnumerable<string>)
    [
        Change.Base.Tree.Value, Change.Source.Tree.Value, Target.Tree.Value, Merge.Merged.Tree.Value, Branch.Value, IsPromised ? "promised" : "-",
        .. Merge.Open.Select(c => c.Id), .. Issues, .. (Breaks ?? []).Select(b => b.Fingerprint), Naming is null ? "-" : CanonicalJson.Literal(Naming).Text,
    ]))).Value;
}
