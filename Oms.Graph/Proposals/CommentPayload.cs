using Oms.Domain.Proposals;
using Oms.Domain.Refusals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>CommentPayload</c>.</summary>
internal sealed class CommentPayload(Result<Proposal> result, ProposalThread? thread)
{
    public ProposalNode? Proposal => result.IsOk ? new(result.Value) : null;

    public ThreadNode? Thread => result.IsOk ? new(thread!, result.Value) : null;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;
}
