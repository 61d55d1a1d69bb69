namespace Oms.Graph.Branches;

/// <summary>GraphQL input <c>ProtectBranchInput</c>.</summary>
internal sealed record ProtectBranchInput(string Branch, bool IsProtected, string Reason);
