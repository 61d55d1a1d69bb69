using Oms.Engine.Configuration;

namespace Oms.Benchmarks.Workload;

/// <summary>The subscription of the common workload.</summary>
[ExtendObjectType("Subscription")]
internal static class Subscription
{
    [Subscribe]
    [Topic("objectTypeChanged_{branch}")]
    public static ObjectType ObjectTypeChanged([EventMessage] ObjectType type) => type;

    [GraphQLIgnore]
    public static string TopicOf(string branch) => "objectTypeChanged_" + branch;
}
