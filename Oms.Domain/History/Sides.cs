namespace Oms.Domain.History;

/// <summary>From where a commit is reached in a <see cref="DivergenceWalk"/>.</summary>
[Flags]
internal enum Sides
{
    None = 0,

    First = 1,

    Second = 2,

    Both = First | Second,

    /// <summary>From a merge base: common, and of no further interest.</summary>
    UnderBase = 4,
}
