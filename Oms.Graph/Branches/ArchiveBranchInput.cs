namespace Oms.Graph.Branches;

/// <summary>GraphQL input <c>ArchiveBranchInput</c>.</summary>
internal sealed record ArchiveBranchInput(string Branch, string Reason);
