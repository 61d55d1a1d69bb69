using Oms.Domain.Proposals;
using Oms.Graph.Registry;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>ProposalThread</c>.</summary>
internal sealed class ThreadNode(ProposalThread thread, Proposal proposal)
{
    public string Key => thread.Id;

    public IReadOnlyList<ProposalComment> Comments => thread.Comments;

    public bool IsResolved => thread.ResolvedAt is not null;

    public string? ResolvedBy => thread.ResolvedBy;

    public DateTimeOffset? ResolvedAt => thread.ResolvedAt;

    public async Task<ThreadAnchorNode?> GetAnchorAsync(OntologyRegistry registry, ProposalReader reader, CancellationToken cancellationToken)
    {
        if (thread.Element is null)
            return null;
        var then = await registry.GetSnapshotAsync(thread.Source, cancellationToken);
        var now = (await reader.LoadAsync(proposal, cancellationToken)).Change;
        // What the proposal deletes was never in its source: then its name is the one it had before.
        return ThreadAnchor.Of(thread, then ?? now.Source, now.Source) is not { } anchor ? null
            : new(anchor.Name.Length > 0 ? anchor : anchor with { Name = ThreadAnchor.NameIn(now.Base, anchor.Element, anchor.Member) ?? string.Empty });
    }
}
