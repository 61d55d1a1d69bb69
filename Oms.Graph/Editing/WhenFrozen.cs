namespace Oms.Graph.Editing;

/// <summary>What becomes of a commit that a lock stands against.</summary>
internal enum WhenFrozen
{
    /// <summary>It is refused.</summary>
    Refuse,

    /// <summary>It waits for the end of the lock.</summary>
    Queue,
}
