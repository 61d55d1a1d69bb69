namespace Oms.Graph.Releases;

/// <summary>GraphQL input <c>CreateReleaseInput</c>.</summary>
internal sealed record CreateReleaseInput(string Branch, string? Commit, string? Version, string? PreRelease, string Notes, bool DryRun);
