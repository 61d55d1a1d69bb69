using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Graph.Compatibility;
using Oms.Graph.Connections;
using Oms.Graph.History;
using Oms.Graph.Indexing;
using Oms.Graph.Locks;
using Oms.Graph.Nodes;
using Oms.Graph.Ontology;
using Oms.Graph.Proposals;

namespace Oms.Graph.Branches;

/// <summary>GraphQL type <c>Branch</c>.</summary>
internal sealed class BranchNode(Branch branch)
{
    internal const string TypeName = "Branch";

    public string Id => GlobalId.Of(TypeName, branch.Name.Value);

    public string Name => branch.Name.Value;

    public string Description => branch.Description;

    public bool IsProtected => branch.IsProtected;

    public ReviewPolicyNode ReviewPolicy => new(Domain.Proposals.ReviewPolicy.Of(branch));

    public BranchState State => branch.State;

    public BranchState? PreviousState => branch.PreviousState;

    public DateTimeOffset StateChangedAt => branch.PreviousState is null ? branch.CreatedAt : branch.StateChangedAt;

    public string StateChangedBy => branch.PreviousState is null ? branch.CreatedBy : branch.StateChangedBy;

    public string StateReason => branch.StateReason;

    public DateTimeOffset CreatedAt => branch.CreatedAt;

    public string CreatedBy => branch.CreatedBy;

    public LockNode? Lock => branch.Lock is { } held ? new(held) : null;

    public IReadOnlyList<LockNode> Locks => [.. branch.Locks.Select(l => new LockNode(l))];

    public IReadOnlyList<IndexStateNode> Indexes => [.. branch.Indexes.Select(i => new IndexStateNode(branch, i))];

    public IReadOnlyList<ShadowIndexNode> ShadowIndexes => [.. branch.Shadows.Select(s => new ShadowIndexNode(s))];

    public AutoMergeNode? AutoMerge => branch.AutoMerge is { } policy ? new(branch, policy) : null;

    public long Version => branch.Version;

    public async Task<CommitNode> GetHeadAsync(CommitLookup commits, CancellationToken cancellationToken) =>
        new(await commits.GetAsync(branch.Head, cancellationToken));

    public async Task<BranchNode?> GetCreatedFromAsync(Pin pin, CancellationToken cancellationToken) =>
        branch.CreatedFrom is { } name && await pin.FindAsync(name, cancellationToken) is { } origin ? new(origin) : null;

    public async Task<CommitNode> GetCreatedAtCommitAsync(CommitLookup commits, CancellationToken cancellationToken) =>
        new(await commits.GetAsync(branch.CreatedAtCommit, cancellationToken));

    public async Task<int> GetAheadAsync(string? of, Pin pin, CommitLookup commits, CancellationToken cancellationToken) =>
        (await DivergenceAsync(of, pin, commits, cancellationToken)).Ahead;

    public async Task<int> GetBehindAsync(string? of, Pin pin, CommitLookup commits, CancellationToken cancellationToken) =>
        (await DivergenceAsync(of, pin, commits, cancellationToken)).Behind;

    public async Task<BranchRulesNode> GetRulesAsync(BranchRulesReader rules, CancellationToken cancellationToken) =>
        new(await rules.ReadAsync(branch.Name, cancellationToken));

    public async Task<OntologyNode> GetOntologyAsync(VersionInput? at, Pin pin, CancellationToken cancellationToken) =>
        new(await pin.AtAsync(branch, at, cancellationToken));

    public async Task<CommitConnection> GetCommitsAsync(
        CommitFilter? where, int? first, string? after, CommitLog log, CancellationToken cancellationToken) =>
        await log.OfAsync(branch.Head, where, PageArguments.Forward(first, after, PageArguments.MaxLog), cancellationToken);

    private async ValueTask<Divergence> DivergenceAsync(string? of, Pin pin, CommitLookup commits, CancellationToken cancellationToken)
    {
        var other = of is not null ? await pin.GetAsync(of, cancellationToken)
            : branch.CreatedFrom is { } origin ? await pin.FindAsync(origin, cancellationToken)
            : null;
        return await commits.AncestryFor(cancellationToken).CompareAsync(branch.Head, other?.Head ?? branch.CreatedAtCommit);
    }
}
