using Oms.Domain.Branches;

namespace Oms.Graph.Branches;

/// <summary>GraphQL input <c>SetBranchStateInput</c>.</summary>
internal sealed record SetBranchStateInput(string Branch, BranchState State, string Reason);
