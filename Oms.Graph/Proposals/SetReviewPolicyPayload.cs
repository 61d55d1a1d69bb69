using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>SetReviewPolicyPayload</c>.</summary>
internal sealed class SetReviewPolicyPayload(Result<Branch> result) : BranchPayload(result);
