using Oms.Domain.Refusals;

namespace Oms.Domain.Locks;

/// <summary>How long locks last and how often their holders are heard of (domain.md 2.3).</summary>
public static class LockTerm
{
    /// <summary>The shortest lease.</summary>
    public static readonly TimeSpan Minimum = TimeSpan.FromMinutes(1);

    /// <summary>The longest lease, and the longest an extension may reach from now.</summary>
    public static readonly TimeSpan Maximum = TimeSpan.FromDays(7);

    /// <summary>The shortest interval of heartbeats.</summary>
    public static readonly TimeSpan MinimumHeartbeat = TimeSpan.FromSeconds(1);

    /// <summary>The longest interval of heartbeats.</summary>
    public static readonly TimeSpan MaximumHeartbeat = TimeSpan.FromHours(1);

    /// <summary>The lease of one who names none.</summary>
    public static TimeSpan DefaultOf(LockType type) => type switch
    {
        LockType.Indexing => TimeSpan.FromHours(4),
        LockType.Migration => TimeSpan.FromHours(6),
        LockType.Backup => TimeSpan.FromHours(2),
        LockType.Maintenance => TimeSpan.FromHours(1),
        _ => TimeSpan.FromHours(24),
    };

    /// <summary>
    /// The heartbeats of one who names none: an indexer is a program and is heard of every 120 s; the other locks may be held by people, so
    /// they promise heartbeats only where they say so.
    /// </summary>
    public static TimeSpan? DefaultHeartbeatOf(LockType type) => type == LockType.Indexing ? TimeSpan.FromSeconds(120) : null;

    /// <summary>The refusal of a lease outside the limits; null for one inside.</summary>
    internal static Refusal? Check(TimeSpan ttl) => Check(ttl, Minimum, Maximum, "time to live in seconds", "ttlSeconds");

    /// <summary>The refusal of an interval outside the limits; null for one inside.</summary>
    internal static Refusal? CheckHeartbeat(TimeSpan interval) =>
        Check(interval, MinimumHeartbeat, MaximumHeartbeat, "heartbeat interval in seconds", "heartbeatSeconds");

    private static ValueOutOfRange? Check(TimeSpan value, TimeSpan least, TimeSpan most, string what, string field) => value < least || value > most
        ? new ValueOutOfRange(what, (long)least.TotalSeconds, (long)most.TotalSeconds, (long)Math.Floor(value.TotalSeconds)) { Path = [field] }
        : null;
}
