namespace Oms.Domain.Storage;

/// <summary>How far a compaction goes.</summary>
/// <param name="MinCommits">It begins only when at least this many commits are not in packs yet.</param>
/// <param name="GivesSpaceBack">True to give free space back to the disk whatever it takes; false only where that is cheap or much is free.</param>
public sealed record CompactionExtent(int MinCommits, bool GivesSpaceBack)
{
    /// <summary>Everything, as an operator asks for it.</summary>
    public static CompactionExtent Whole { get; } = new(0, true);

    /// <summary>What a server does beside its work (domain.md 2.9: from 100 commits on).</summary>
    public static CompactionExtent Background { get; } = new(100, false);
}
