using System.Security.Claims;
using Oms.Domain.Branches;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Merging;
using Oms.Domain.Proposals;
using Oms.Engine.Paging;
using Oms.Graph.Access;
using Oms.Graph.Branches;
using Oms.Graph.Connections;
using Oms.Graph.Issues;
using Oms.Graph.Merging;
using Oms.Graph.Nodes;
using Oms.Graph.Ontology;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>Proposal</c>. What it would do is worked out once for all fields.</summary>
internal sealed class ProposalNode(Proposal proposal)
{
    internal const string TypeName = "Proposal";

    private readonly System.Threading.Lock gate = new();
    private Task<LoadedProposal>? loaded;
    private Task<(TriedMerge Tried, MergeFacts Facts)>? tried;

    public string Id => GlobalId.Of(TypeName, proposal.Id);

    public string Key => proposal.Id;

    public string Title => proposal.Title;

    public string Description => proposal.Description;

    public string SourceName => proposal.Source.Value;

    public string TargetName => proposal.Target.Value;

    public ProposalStatus Status => proposal.Status;

    public IReadOnlyList<ProposalVerb> Verbs => ProposalTransitions.VerbsOf(proposal.Status);

    public string Author => proposal.Author;

    public DateTimeOffset CreatedAt => proposal.CreatedAt;

    public DateTimeOffset UpdatedAt => proposal.UpdatedAt;

    public IReadOnlyList<string> Reviewers => proposal.Reviewers;

    public IReadOnlyList<string> Labels => proposal.Labels;

    public IReadOnlyList<IssueNode> Issues => [.. proposal.Issues.Select(i => new IssueNode(i))];

    public string? EndedBy => proposal.EndedBy;

    public string? EndReason => proposal.EndReason;

    public ProposalMergeNode? Merge => proposal.Merge is { } merge ? new(merge) : null;

    public long Version => proposal.Version;

    public EmergencyOverride? Override => proposal.Override;

    public async Task<QueuePlaceNode?> GetQueueAsync(ProposalTable table, CancellationToken cancellationToken) =>
        proposal.Queue is { } entry ? new(entry, ProposalTable.PositionOf(proposal, await table.AllAsync(cancellationToken))) : null;

    public async Task<Connection<ThreadNode>> GetThreadsAsync(
        bool? resolved, int? first, string? after, int? last, string? before, ProposalCommand command, CancellationToken cancellationToken)
    {
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxHits);
        IReadOnlyList<ProposalThread> threads = await command.ThreadsAsync(proposal.Id, cancellationToken);
        if (resolved is { } wanted)
            threads = [.. threads.Where(t => t.ResolvedAt is not null == wanted)];
        return new PositionListing<ProposalThread>("thread", threads).Page(arguments, t => new ThreadNode(t, proposal));
    }

    public async Task<BranchNode?> GetSourceAsync(Pin pin, CancellationToken cancellationToken) => await BranchAsync(proposal.Source, pin, cancellationToken);

    public async Task<BranchNode?> GetTargetAsync(Pin pin, CancellationToken cancellationToken) => await BranchAsync(proposal.Target, pin, cancellationToken);

    public async Task<string> GetContentAsync(ProposalReader reader, CancellationToken cancellationToken) =>
        (await LoadAsync(reader, cancellationToken)).Change.Hash;

    public async Task<BreakSeverity> GetSeverityAsync(ProposalReader reader, CancellationToken cancellationToken) =>
        (await LoadAsync(reader, cancellationToken)).Change.Severity;

    public async Task<Connection<DiffEntryNode>> GetChangesAsync(
        int? first, string? after, int? last, string? before, ProposalReader reader, CancellationToken cancellationToken)
    {
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxElements);
        return new PositionListing<DiffEntry>("proposed", (await LoadAsync(reader, cancellationToken)).Change.Entries).Page(arguments, e => new DiffEntryNode(e));
    }

    public async Task<IReadOnlyList<ReviewNode>> GetReviewsAsync(ProposalReader reader, CancellationToken cancellationToken)
    {
        var now = await LoadAsync(reader, cancellationToken);
        return [.. proposal.Reviews.Select(r => new ReviewNode(r, now))];
    }

    public async Task<IReadOnlyList<ApprovalRequirement>> GetRequiredApprovalsAsync(ProposalReader reader, CancellationToken cancellationToken) =>
        ApprovalRules.Of(await LoadAsync(reader, cancellationToken));

    public async Task<IReadOnlyList<CheckResult>> GetChecksAsync(ProposalReader reader, ClaimsPrincipal user, Caller caller, CancellationToken cancellationToken) =>
        (await TryAsync(reader, user, caller, cancellationToken)).Facts.Checks;

    public async Task<MergeabilityNode> GetMergeabilityAsync(ProposalReader reader, ClaimsPrincipal user, Caller caller, CancellationToken cancellationToken) =>
        new(Mergeability.Obstacles((await TryAsync(reader, user, caller, cancellationToken)).Facts));

    public async Task<MergeReport?> GetPreviewAsync(ProposalReader reader, ClaimsPrincipal user, Caller caller, CancellationToken cancellationToken) =>
        proposal.IsAlive() ? (await TryAsync(reader, user, caller, cancellationToken)).Tried.Report : null;

    private Task<LoadedProposal> LoadAsync(ProposalReader reader, CancellationToken cancellationToken)
    {
        lock (gate)
            return loaded ??= reader.LoadAsync(proposal, cancellationToken).AsTask();
    }

    private Task<(TriedMerge Tried, MergeFacts Facts)> TryAsync(
        ProposalReader reader, ClaimsPrincipal user, Caller caller, CancellationToken cancellationToken)
    {
        lock (gate)
            return tried ??= TryOnceAsync();

        async Task<(TriedMerge Tried, MergeFacts Facts)> TryOnceAsync() =>
            await reader.TryAsync(await LoadAsync(reader, cancellationToken), caller.ContextFor(user), cancellationToken);
    }

    private static async ValueTask<BranchNode?> BranchAsync(BranchName name, Pin pin, CancellationToken cancellationToken) =>
        await pin.FindAsync(name, cancellationToken) is { } branch ? new(branch) : null;
}
