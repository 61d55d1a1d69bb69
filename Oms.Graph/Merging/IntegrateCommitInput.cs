namespace Oms.Graph.Merging;

/// <summary>GraphQL inputs <c>RevertCommitInput</c> and <c>CherryPickCommitInput</c>.</summary>
internal sealed record IntegrateCommitInput(
    string Branch, string Commit, string Message, IReadOnlyList<string> Issues, string? ExpectedHead, long? FencingToken,
    IReadOnlyList<ResolutionInput> Resolutions, bool DryRun);
