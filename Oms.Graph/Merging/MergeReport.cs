using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Engine.Paging;
using Oms.Graph.Connections;
using Oms.Graph.History;

namespace Oms.Graph.Merging;

/// <summary>GraphQL type <c>MergeReport</c>.</summary>
internal sealed class MergeReport(MergeResult result, ImmutableArray<CommitRecord> bases, bool isFastForward)
{
    /// <summary>What was merged; null where nothing was.</summary>
    internal MergeSources? Sources { get; init; }

    /// <summary>What making commits anew came to; null where it was another strategy.</summary>
    internal Replay? Replay { get; init; }

    public int? Replayed => Replay?.Steps.Length;

    public CommitNode? StoppedAt => Replay?.StoppedAt is { } commit ? new(commit) : null;

    public string Tree => result.Merged.Tree.Value;

    public bool IsClean => result.IsClean;

    public bool IsFastForward => isFastForward;

    public int ChangedElements => result.Changes.Length;

    public int OpenConflicts => result.Open.Count();

    public IReadOnlyList<CommitNode> MergeBases => [.. bases.Select(b => new CommitNode(b))];

    public Connection<ConflictNode> Conflicts(bool? open, int? first, string? after, int? last, string? before)
    {
        IReadOnlyList<Conflict> conflicts = open is { } wanted ? [.. result.Conflicts.Where(c => c.IsOpen == wanted)] : result.Conflicts;
        return new PositionListing<Conflict>("conflict", conflicts).Page(
            PageArguments.Read(first, after, last, before, PageArguments.MaxElements), c => new ConflictNode(c, Sources));
    }
}
