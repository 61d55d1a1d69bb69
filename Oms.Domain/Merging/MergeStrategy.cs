namespace Oms.Domain.Merging;

/// <summary>How a branch takes another in (domain.md 3.7).</summary>
public enum MergeStrategy
{
    /// <summary>One commit with both heads as its parents.</summary>
    Merge,

    /// <summary>One commit with our head as its only parent; the other branch's commits do not become part of the history.</summary>
    Squash,

    /// <summary>No commit: the head moves forward, where the other branch has all that ours has.</summary>
    FastForward,
}
