using Oms.Domain.Events;
using Oms.Domain.Proposals;
using Oms.Graph.Events;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>ProposalUpdate</c>.</summary>
internal sealed class ProposalUpdate(EventRecord record) : BranchMessage(record)
{
    private readonly ProposalData data = Read<ProposalData>(record);

    public string Key => data.Id;

    public string Title => data.Title;

    public string SourceName => data.Source;

    public ProposalChangeKind Change => data.Change;

    public ProposalStatus From => data.From;

    public ProposalStatus Status => data.Status;

    public string? Content => data.Content;

    public string? Reason => data.Reason;

    public string? Thread => data.Thread;

    public string ProposalAuthor => data.Author;

    public async Task<ProposalNode?> GetProposalAsync(ProposalTable table, CancellationToken cancellationToken) =>
        await table.FindAsync(data.Id, cancellationToken) is { } proposal ? new(proposal) : null;
}
