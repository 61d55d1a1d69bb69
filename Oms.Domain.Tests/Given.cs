using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Shouldly;

namespace Oms.Domain.Tests;

/// <summary>A moment, actors and a branch to decide about.</summary>
internal static class Given
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    internal static readonly ObjectHash FirstCommit = ObjectHash.Of("first"u8);

    internal static CommandContext By(Role role, string subject = "ada", DateTimeOffset? at = null)
    {
        var last = 0;
        return new CommandContext(
            new Actor(subject, [role], "127.0.0.1", "tests"), at ?? Noon, "request-1", () => new Guid(++last, 0, 0, new byte[8]));
    }

    internal static Branch Branch(string name = "feature/x", BranchState state = BranchState.Active) => new()
    {
        Name = BranchName.Trusted(name),
        Head = FirstCommit,
        Version = 7,
        State = state,
        StateChangedAt = Noon.AddDays(-1),
        StateChangedBy = "bob",
        StateReason = "a reason",
        CreatedAtCommit = FirstCommit,
    };

    internal static Branch LockedBy(this Branch branch, string holder, TimeSpan? ttl = null, long token = 3) => branch with
    {
        State = BranchState.LockedForWrite,
        PreviousState = branch.State,
        LastFencingToken = token,
        Locks = [HeldBy(holder, ttl, token)],
    };

    internal static Domain.Locks.Lock HeldBy(string holder, TimeSpan? ttl = null, long token = 3, params LockScope[] scopes) => new()
    {
        Id = $"lock-{token}",
        Scopes = scopes.Length == 0 ? [LockScope.Branch] : [.. scopes],
        Holder = holder,
        Reason = "moving house",
        AcquiredAt = Noon.AddMinutes(-5),
        ExpiresAt = Noon + (ttl ?? TimeSpan.FromHours(1)),
        FencingToken = token,
    };

    internal static Branch After(this Result<Change> result) => result.ShouldBeAccepted().Branches.ShouldHaveSingleItem().Branch;

    internal static T ShouldBeAccepted<T>(this Result<T> result)
    {
        result.Refusals.ShouldBeEmpty();
        return result.Value;
    }

    internal static TRefusal ShouldBeRefused<TRefusal>(this Result<Change> result) where TRefusal : Refusal =>
        result.Refusals.ShouldHaveSingleItem().ShouldBeOfType<TRefusal>();

    internal static string[] Types(this Change change) => [.. change.Events.Select(e => e.Type)];

    internal static string[] Actions(this Change change) => [.. change.Audit.Select(a => a.Action)];
}
