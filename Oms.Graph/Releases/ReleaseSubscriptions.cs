using System.Runtime.CompilerServices;
using System.Security.Claims;
using Oms.Engine.Configuration;
using Oms.Graph.Authentication;
using Oms.Graph.Events;

namespace Oms.Graph.Releases;

/// <summary>The subscription of the chapter Releases.</summary>
[ExtendObjectType("Subscription")]
internal static class ReleaseSubscriptions
{
    [Subscribe(With = nameof(FollowReleases))]
    public static object GetReleaseCreated([EventMessage] object message) => message;

    public static IAsyncEnumerable<object> FollowReleases(
        IReadOnlyList<string>? branches, bool preReleases, long? after, EventFeed feed, ClaimsPrincipal user, TimeProvider time) =>
        Announcements(feed, branches, preReleases, after).WhileValid(user, time);

    private static async IAsyncEnumerable<object> Announcements(
        EventFeed feed, IReadOnlyList<string>? branches, bool preReleases, long? after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var wanted = branches?.ToHashSet(StringComparer.Ordinal);
        await foreach (var item in feed.ReadAsync(after, cancellationToken))
        {
            if (item.Entry is null)
                yield return new ResyncNeeded(item.LastSequence, item.GapReason!);
            else if (item.Entry.Message is ReleaseAnnouncement release && (preReleases || !release.IsPreRelease) && wanted?.Contains(release.BranchName) is not false)
                yield return release;
        }
    }
}
