namespace Oms.Domain.Events;

/// <summary>What becomes of a dead letter.</summary>
public enum DeadLetterStatus
{
    /// <summary>It waits for a person.</summary>
    Waiting,

    /// <summary>Somebody asked to try it again.</summary>
    Replaying,

    /// <summary>It was delivered after all.</summary>
    Delivered,

    /// <summary>Somebody gave it up.</summary>
    Discarded,

    /// <summary>The next target of its route is told instead.</summary>
    HandedOn,
}
