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
        feed.MessagesAsync<ReleaseAnnouncement>(branches, after, release => preReleases || !release.IsPreRelease).WhileValid(user, time);
}
