using Oms.Engine.Configuration;
using Oms.Engine.Response;
using Oms.Engine.Subscriptions;

namespace Oms.Benchmarks.Workload;

/// <summary>The mutations of the common workload.</summary>
[ExtendObjectType("Mutation")]
internal static class Mutation
{
    public static SetObjectTypeStatusPayload SetObjectTypeStatus(Catalog catalog, string branch, string id, Status status)
    {
        var type = Known(catalog, branch, id);
        type.Status = status;
        return new SetObjectTypeStatusPayload(type);
    }

    public static async Task<bool> PublishObjectTypeChanged(
        Catalog catalog, ITopicEventSender sender, string branch, string id, CancellationToken cancellationToken)
    {
        await sender.SendAsync(Subscription.TopicOf(branch), Known(catalog, branch, id), cancellationToken);
        return true;
    }

    private static ObjectType Known(Catalog catalog, string branch, string id) =>
        catalog.Find(branch, id) ?? throw new GraphQLException(new GraphQLError("There is no such object type."));
}
