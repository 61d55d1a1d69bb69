using System.Runtime.CompilerServices;
using System.Security.Claims;
using Oms.Engine.Configuration;
using Oms.Graph.Authentication;
using Oms.Graph.Events;

namespace Oms.Graph.Proposals;

/// <summary>The subscriptions of the chapter Proposals.</summary>
[ExtendObjectType("Subscription")]
internal static class ProposalSubscriptions
{
    [Subscribe(With = nameof(FollowProposals))]
    public static object GetProposalUpdated([EventMessage] object message) => message;

    public static IAsyncEnumerable<object> FollowProposals(
        IReadOnlyList<string>? proposals, IReadOnlyList<string>? targets, long? after, EventFeed feed, ClaimsPrincipal user, TimeProvider time)
    {
        var wanted = proposals?.ToHashSet(StringComparer.Ordinal);
        return feed.MessagesAsync<ProposalUpdate>(targets, after, update => wanted?.Contains(update.Key) is not false).WhileValid(user, time);
    }

    [Subscribe(With = nameof(FollowRadar))]
    public static PredictedMergeNode GetMergeRadarChanged([EventMessage] PredictedMergeNode message) => message;

    public static IAsyncEnumerable<PredictedMergeNode> FollowRadar(IReadOnlyList<string>? branches, MergeRadar radar, ClaimsPrincipal user, TimeProvider time) =>
        Predictions(branches, radar).WhileValid(user, time);

    private static async IAsyncEnumerable<PredictedMergeNode> Predictions(
        IReadOnlyList<string>? branches, MergeRadar radar, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var wanted = branches?.ToHashSet(StringComparer.Ordinal);
        await foreach (var prediction in radar.FollowAsync(cancellationToken))
            if (wanted is null || wanted.Contains(prediction.Into.Value) || wanted.Contains(prediction.From.Value))
                yield return new PredictedMergeNode(prediction);
    }
}
