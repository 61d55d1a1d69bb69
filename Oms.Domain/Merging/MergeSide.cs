namespace Oms.Domain.Merging;

/// <summary>A side of a merge.</summary>
public enum MergeSide
{
    /// <summary>The branch that is merged into.</summary>
    Ours,

    /// <summary>What is merged.</summary>
    Theirs,
}
