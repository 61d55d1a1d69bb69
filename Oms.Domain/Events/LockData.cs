using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Domain.Events;

/// <summary>The data of the lock events. The fencing token is not told: it is the holder's.</summary>
/// <param name="Id">The lock.</param>
/// <param name="Holder">Who holds or held it.</param>
/// <param name="Reason">Why, in the holder's words.</param>
/// <param name="Issue">The issue it belongs to.</param>
/// <param name="AcquiredAt">When it was taken.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="EndedBy">Who ended it; null while it lasts and when time ended it.</param>
/// <param name="EndReason">Why it was ended; null while it lasts.</param>
public sealed record LockData(
    string Id, string Holder, string Reason, string? Issue, DateTimeOffset AcquiredAt, DateTimeOffset ExpiresAt, string? EndedBy, string? EndReason)
{
    /// <summary>The data of a lock that lasts.</summary>
    public static LockData Of(Lock held) => Of(held, null, null);

    /// <summary>The data of a lock that has ended.</summary>
    public static LockData Of(Lock held, string? endedBy, string? endReason) =>
        new(held.Id, held.Holder, held.Reason, held.Issue, held.AcquiredAt, held.ExpiresAt, endedBy, endReason);
}
