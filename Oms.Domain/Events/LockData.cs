using System.Collections.Immutable;
using Oms.Domain.Locks;
using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Domain.Events;

/// <summary>The data of the lock events. The fencing token is not told: it is the holder's.</summary>
/// <param name="Id">The lock.</param>
/// <param name="Type">What it is for.</param>
/// <param name="Scopes">What it covers.</param>
/// <param name="Holder">Who holds or held it.</param>
/// <param name="Reason">Why, in the holder's words.</param>
/// <param name="Issue">The issue it belongs to.</param>
/// <param name="AcquiredAt">When it was taken.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="Progress">How far its holder has come.</param>
/// <param name="ExpectedEnd">When its holder expects to be done.</param>
/// <param name="EndedBy">Who ended it; null while it lasts and when time ended it.</param>
/// <param name="EndReason">Why it was ended, in whole or in part; null while it lasts.</param>
public sealed record LockData(
    string Id,
    LockType Type,
    ImmutableArray<LockScope> Scopes,
    string Holder,
    string Reason,
    string? Issue,
    DateTimeOffset AcquiredAt,
    DateTimeOffset ExpiresAt,
    LockProgress? Progress,
    DateTimeOffset? ExpectedEnd,
    string? EndedBy,
    string? EndReason)
{
    /// <summary>What it covered; one that was told before locks had scopes covered the whole branch.</summary>
    public ImmutableArray<LockScope> Scopes { get; init; } = Scopes.IsDefault ? [LockScope.Branch] : Scopes;

    /// <summary>The data of a lock that lasts.</summary>
    public static LockData Of(Lock held) => Of(held, null, null);

    /// <summary>The data of a lock that has ended.</summary>
    public static LockData Of(Lock held, string? endedBy, string? endReason) => new(
        held.Id,
        held.Type,
        held.Scopes,
        held.Holder,
        held.Reason,
        held.Issue,
        held.AcquiredAt,
        held.ExpiresAt,
        held.Progress,
        held.ExpectedEnd,
        endedBy,
        endReason);
}
