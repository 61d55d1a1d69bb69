using System.Runtime.CompilerServices;
using System.Security.Claims;
using Oms.Domain.Audit;
using Oms.Engine.Configuration;
using Oms.Graph.Audit;
using Oms.Graph.Authentication;
using Oms.Graph.Indexing;
using Oms.Graph.Locks;

namespace Oms.Graph.Events;

/// <summary>
/// The root fields of the chapter Subscriptions. The engine asks for the right when a stream begins and again for each item; a stream
/// ends with the token.
/// </summary>
[ExtendObjectType("Subscription")]
internal static class EventSubscriptions
{
    [Subscribe(With = nameof(FollowStates))]
    public static object GetBranchStateChanged([EventMessage] object message) => message;

    [Subscribe(With = nameof(FollowHeads))]
    public static object GetBranchUpdated([EventMessage] object message) => message;

    [Subscribe(With = nameof(FollowAudit))]
    public static object GetAuditAppended([EventMessage] object message) => message;

    [Subscribe(With = nameof(FollowLocks))]
    public static object GetLockChanged([EventMessage] object message) => message;

    public static IAsyncEnumerable<object> FollowLocks(
        IReadOnlyList<string>? branches, long? after, EventFeed feed, ClaimsPrincipal user, TimeProvider time) =>
        feed.MessagesAsync<LockChange>(branches, after).WhileValid(user, time);

    [Subscribe(With = nameof(FollowDeadLetters))]
    public static object GetDeadLetterAdded([EventMessage] object message) => message;

    public static IAsyncEnumerable<object> FollowDeadLetters(long? after, EventFeed feed, ClaimsPrincipal user, TimeProvider time) =>
        feed.MessagesAsync<DeadLetterAlert>(null, after).WhileValid(user, time);

    [Subscribe(With = nameof(FollowOutbox))]
    public static object GetOutboxStats([EventMessage] object message) => message;

    public static IAsyncEnumerable<object> FollowOutbox(OutboxWatch watch, ClaimsPrincipal user, TimeProvider time) => watch.ReadAsync().WhileValid(user, time);

    [Subscribe(With = nameof(FollowIndexing))]
    public static object GetIndexingProgress([EventMessage] object message) => message;

    public static IAsyncEnumerable<object> FollowIndexing(
        IReadOnlyList<string>? branches, long? after, EventFeed feed, ClaimsPrincipal user, TimeProvider time) =>
        feed.MessagesAsync<IndexingReport>(branches, after).WhileValid(user, time);

    public static IAsyncEnumerable<object> FollowStates(
        IReadOnlyList<string>? branches, long? after, EventFeed feed, ClaimsPrincipal user, TimeProvider time) =>
        feed.MessagesAsync<BranchStateChange>(branches, after).WhileValid(user, time);

    public static IAsyncEnumerable<object> FollowHeads(
        IReadOnlyList<string>? branches, long? after, EventFeed feed, ClaimsPrincipal user, TimeProvider time) =>
        feed.MessagesAsync<BranchUpdate>(branches, after).WhileValid(user, time);

    public static IAsyncEnumerable<object> FollowAudit(
        AuditEntryFilter? where, long? after, AuditFeed feed, ClaimsPrincipal user, TimeProvider time) =>
        Entries(feed, where?.ToStoreFilter() ?? new AuditFilter(), after).WhileValid(user, time);

    private static async IAsyncEnumerable<object> Entries(
        AuditFeed feed, AuditFilter filter, long? after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in feed.ReadAsync(after, cancellationToken))
        {
            if (item.Entry is null)
                yield return new ResyncNeeded(item.LastSequence, item.GapReason!);
            else if (filter.Matches(item.Entry))
                yield return new AuditAppended(item.Entry);
        }
    }
}
