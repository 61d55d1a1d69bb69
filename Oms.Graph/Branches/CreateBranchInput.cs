namespace Oms.Graph.Branches;

/// <summary>GraphQL input <c>CreateBranchInput</c>.</summary>
internal sealed record CreateBranchInput(string Name, string Description, BranchSourceInput From);
