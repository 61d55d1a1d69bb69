namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>SetReviewPolicyInput</c>.</summary>
internal sealed record SetReviewPolicyInput(string Branch, ReviewPolicyInput? Policy, string Reason);
