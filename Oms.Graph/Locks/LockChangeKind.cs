namespace Oms.Graph.Locks;

/// <summary>What happened to a lock.</summary>
internal enum LockChangeKind
{
    /// <summary>It was taken.</summary>
    Acquired,

    /// <summary>It lasts longer.</summary>
    Extended,

    /// <summary>Its holder is alive, and perhaps further on.</summary>
    Heartbeat,

    /// <summary>Parts of it were given back.</summary>
    Narrowed,

    /// <summary>It was given back or broken.</summary>
    Released,

    /// <summary>It ended by time, or for its holder was not heard of.</summary>
    Expired,
}
