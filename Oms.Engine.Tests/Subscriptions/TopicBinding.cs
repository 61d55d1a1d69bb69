using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Subscriptions;

public sealed class TopicBinding
{
    private const string Schema = """
        type Query { a: Int }
        type Subscription { changed(id: ID!): Int }
        """;

    [Fact]
    public void A_topic_of_an_unknown_argument_stops_the_start() => Refused(typeof(WrongArgument), withTopics: true).ShouldContain("names the argument name");

    [Fact]
    public void A_method_without_a_message_stops_the_start() => Refused(typeof(NoMessage), withTopics: true).ShouldContain("takes no [EventMessage]");

    [Fact]
    public void A_topic_without_topics_stops_the_start() => Refused(typeof(Right), withTopics: false).ShouldContain("AddInMemorySubscriptions");

    private static string Refused(Type extension, bool withTopics)
    {
        var graph = new ServiceCollection().AddGraphQLServer()
            .AddDocumentFromString(Schema)
            .AddResolver("Query", "a", () => 1)
            .AddTypeExtension(extension);
        if (withTopics)
            graph.AddInMemorySubscriptions();
        return Should.Throw<SchemaException>(() => graph.BuildRequestExecutorAsync().AsTask()).Message;
    }

    [ExtendObjectType("Subscription")]
    private static class WrongArgument
    {
        [Subscribe]
        [Topic("changed/{name}")]
        public static int Changed([EventMessage] int message) => message;
    }

    [ExtendObjectType("Subscription")]
    private static class NoMessage
    {
        [Subscribe]
        public static int Changed() => 1;
    }

    [ExtendObjectType("Subscription")]
    private static class Right
    {
        [Subscribe]
        [Topic("changed/{id}")]
        public static int Changed([EventMessage] int message) => message;
    }
}
