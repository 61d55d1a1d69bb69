using Oms.Domain.History;
using Oms.Graph.Proposals;

namespace Oms.Graph.History;

/// <summary>GraphQL type <c>BlameLine</c>.</summary>
internal sealed class BlameLineNode(BlameLine line, string name)
{
    public string? Member => line.Member?.Value;

    public string Name => name;

    public string? Field => line.Field;

    public CommitNode Commit => new(line.Commit);

    public async Task<ProposalNode?> GetProposalAsync(ProposalTable table, CommitLookup commits, CancellationToken cancellationToken)
    {
        var ancestry = commits.AncestryFor(cancellationToken);
        foreach (var proposal in (await table.AllAsync(cancellationToken)).Values)
            if (proposal.Merge is { } merge && await ancestry.IsAncestorAsync(line.Commit.Id, merge.Commit)
                && !await ancestry.IsAncestorAsync(line.Commit.Id, merge.Target))
                return new ProposalNode(proposal);
        return null;
    }
}
