namespace Oms.Domain.Merging;

/// <summary>What happened at one place between two versions (domain.md 3.1).</summary>
public enum DiffOperation
{
    /// <summary>It was added.</summary>
    Add,

    /// <summary>It has other content.</summary>
    Modify,

    /// <summary>It was taken out.</summary>
    Delete,

    /// <summary>It has another name.</summary>
    Rename,

    /// <summary>It stands elsewhere: an element in another namespace, a member at another position.</summary>
    Move,
}
