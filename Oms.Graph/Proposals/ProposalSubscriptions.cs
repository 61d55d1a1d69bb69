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
        IReadOnlyList<string>? proposals, IReadOnlyList<string>? targets, long? after, EventFeed feed, ClaimsPrincipal user, TimeProvider time) =>
        Updates(feed, proposals, targets, after).WhileValid(user, time);

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

    private static async IAsyncEnumerable<object> Updates(
        EventFeed feed, IReadOnlyList<string>? proposals, IReadOnlyList<string>? targets, long? after,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (ids, branches) = (proposals?.ToHashSet(StringComparer.Ordinal), targets?.ToHashSet(StringComparer.Ordinal));
        await foreach (var item in feed.ReadAsync(after, cancellationToken))
        {
            if (item.Entry is null)
                yield return new ResyncNeeded(item.LastSequence, item.GapReason!);
            else if (item.Entry.Message is ProposalUpdate update && (ids is null || ids.Contains(update.Key)) && (branches is null || branches.Contains(update.BranchName)))
                yield return update;
        }
    }
}
