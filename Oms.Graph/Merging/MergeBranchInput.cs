using Oms.Domain.Merging;

namespace Oms.Graph.Merging;

/// <summary>GraphQL input <c>MergeBranchInput</c>.</summary>
internal sealed record MergeBranchInput(
    string Into, string From, MergeStrategy Strategy, string Message, IReadOnlyList<string> Issues, string? ExpectedHead, long? FencingToken,
    IReadOnlyList<ResolutionInput> Resolutions, bool DryRun);
