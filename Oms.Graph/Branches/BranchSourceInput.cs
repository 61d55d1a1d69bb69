namespace Oms.Graph.Branches;

/// <summary>GraphQL input <c>BranchSourceInput</c>; one of the three is given.</summary>
internal sealed record BranchSourceInput(string? Branch, string? Commit = null, string? Release = null);
