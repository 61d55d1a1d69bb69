using Oms.Domain.Proposals;
using Oms.Domain.Refusals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>ProposalPayload</c>.</summary>
internal sealed class ProposalPayload(Result<Proposal> result)
{
    public ProposalNode? Proposal => result.IsOk ? new(result.Value) : null;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;
}
