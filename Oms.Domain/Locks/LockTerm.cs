using Oms.Domain.Refusals;

namespace Oms.Domain.Locks;

/// <summary>How long a manual lock may last (domain.md 2.3).</summary>
public static class LockTerm
{
    /// <summary>The shortest lease.</summary>
    public static readonly TimeSpan Minimum = TimeSpan.FromMinutes(1);

    /// <summary>The longest lease, and the longest an extension may reach from now.</summary>
    public static readonly TimeSpan Maximum = TimeSpan.FromDays(7);

    /// <summary>The lease of one who names none.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromHours(24);

    /// <summary>The refusal of a lease outside the limits; null for one inside.</summary>
    internal static Refusal? Check(TimeSpan ttl) => ttl < Minimum || ttl > Maximum
        ? new ValueOutOfRange(
            "time to live in seconds", (long)Minimum.TotalSeconds, (long)Maximum.TotalSeconds, (long)Math.Floor(ttl.TotalSeconds))
        { Path = ["ttlSeconds"] }
        : null;
}
