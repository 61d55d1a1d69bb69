namespace Oms.Messaging.Outbox;

/// <summary>The bounds of a relay.</summary>
public sealed record RelayOptions
{
    /// <summary>The name of this process among those that share the store.</summary>
    public required string Holder { get; init; }

    /// <summary>True when no other process can use the store: then the lease of a process that is gone is taken over at once.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Events told at once.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>How often the log is looked at when no doorbell rings.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a quiet target is asked whether it still has what it acknowledged, and how often dead letters to tell again are looked for.</summary>
    public TimeSpan CheckInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a relay may be silent before another takes over.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(15);
}
