namespace Oms.Domain.Merging;

/// <summary>How a branch takes another in (domain.md 3.7).</summary>
public enum MergeStrategy
{
    /// <summary>One commit with both heads as its parents.</summary>
    Merge,

    /// <summary>One commit with our head as its only parent; the other branch's commits do not become part of the history.</summary>
    Squash,

    /// <summary>
    /// Each commit of the other branch anew upon our head, with its author, message and issues, oldest first: the line of first parents,
    /// so a merge is one commit of what it did to its branch. What ours has already is left out. Moves forward where it can.
    /// </summary>
    Rebase,

    /// <summary>No commit: the head moves forward, where the other branch has all that ours has.</summary>
    FastForward,
}
