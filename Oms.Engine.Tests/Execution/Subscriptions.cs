using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Subscriptions;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Execution;

public sealed class Subscriptions
{
    private const string Sdl = """
        type Query { q: Int }
        type Subscription { counted(to: Int!): Int! scoped: Int! changed(branch: String!): String! secret: Int! @authorize }
        """;

    [Fact]
    public async Task Events_come_from_the_method_that_With_names() =>
        (await ReadAsync(Server(), "subscription { counted(to: 3) }")).ShouldBe(
            ["""{"data":{"counted":10}}""", """{"data":{"counted":20}}""", """{"data":{"counted":30}}"""]);

    [Fact]
    public async Task Each_event_has_services_of_its_own()
    {
        var answers = await ReadAsync(Server(), "subscription { a: scoped }");
        answers.ShouldBe(["""{"data":{"a":1}}""", """{"data":{"a":1}}"""]);
    }

    [Fact]
    public async Task Events_come_from_the_topic_with_its_arguments_filled_in()
    {
        var builder = Server();
        await using var provider = builder.Services.BuildServiceProvider();
        var executor = provider.GetRequiredService<IRequestExecutor>();
        var result = await executor.ExecuteAsync(Requests.Of("subscription { changed(branch: \"main\") }"), TestContext.Current.CancellationToken);
        await using var stream = result.ShouldBeOfType<ResponseStream>();
        var topics = provider.GetRequiredService<ITopicEventSender>();
        await topics.SendAsync("changed_other", "no", TestContext.Current.CancellationToken);
        await topics.SendAsync("changed_main", "yes", TestContext.Current.CancellationToken);
        await topics.CompleteAsync("changed_main");
        (await ReadAsync(stream)).ShouldBe(["""{"data":{"changed":"yes"}}"""]);
    }

    [Fact]
    public async Task A_stream_that_is_never_read_leaves_its_topic()
    {
        var builder = Server();
        await using var provider = builder.Services.BuildServiceProvider();
        var result = await provider.GetRequiredService<IRequestExecutor>()
            .ExecuteAsync(Requests.Of("subscription { changed(branch: \"main\") }"), TestContext.Current.CancellationToken);
        provider.GetRequiredService<InMemoryTopics>().Count.ShouldBe(1);
        await result.DisposeAsync();
        provider.GetRequiredService<InMemoryTopics>().Count.ShouldBe(0);
    }

    [Fact]
    public async Task No_stream_opens_for_those_who_may_not_have_it()
    {
        var executor = await Server().BuildRequestExecutorAsync();
        Requests.Read(await executor.AskAsync(Requests.Of("subscription { secret }"))).GetProperty("errors")[0]
            .GetProperty("extensions").GetProperty("code").GetString().ShouldBe("AUTH_NOT_AUTHENTICATED");
    }

    [Fact]
    public async Task The_right_is_asked_again_for_each_event()
    {
        var builder = Server();
        var asked = new CountedAuthorization { AllowedTimes = 2 };
        builder.Services.AddSingleton<IAuthorizationHandler>(asked);
        var answers = await ReadAsync(builder, "subscription { secret }");
        answers[0].ShouldBe("""{"data":{"secret":1}}""");
        answers[1].ShouldContain("AUTH_NOT_AUTHORIZED");
        asked.Times.ShouldBe(3);
    }

    [Theory]
    [InlineData("type Subscription { changed(name: String!): String! }", "names the argument branch, which Subscription.changed does not have")]
    [InlineData("type Subscription { changed(branch: String!): String! other: Int! }", "Subscription.other has no resolver")]
    public async Task What_does_not_fit_stops_the_start(string sdl, string told)
    {
        var builder = Requests.Server("type Query { q: Int }" + sdl).AddResolver("Query", "q", () => 1).AddTypeExtension<OfTopic>().AddInMemorySubscriptions();
        (await Should.ThrowAsync<SchemaException>(async () => await builder.BuildRequestExecutorAsync())).Message.ShouldContain(told);
    }

    private static IRequestExecutorBuilder Server()
    {
        var builder = Requests.Server(Sdl).AddResolver("Query", "q", () => 1).AddTypeExtension(typeof(Events)).AddTypeExtension<OfTopic>().AddInMemorySubscriptions();
        builder.Services.AddScoped<Counter>();
        builder.Services.AddSingleton<IAuthorizationHandler, CountedAuthorization>();
        return builder;
    }

    private static async Task<List<string>> ReadAsync(IRequestExecutorBuilder builder, string document)
    {
        var executor = await builder.BuildRequestExecutorAsync();
        await using var stream = (await executor.ExecuteAsync(Requests.Of(document, user: Requests.Ann))).ShouldBeOfType<ResponseStream>();
        return await ReadAsync(stream);
    }

    private static async Task<List<string>> ReadAsync(ResponseStream stream)
    {
        var answers = new List<string>();
        await foreach (var result in stream)
            await using (result)
                answers.Add(result.ToJson());
        return answers;
    }

    private sealed class Counter
    {
        private int count;

        public int Next() => ++count;
    }

    [ExtendObjectType("Subscription")]
    private static class Events
    {
        [Subscribe(With = nameof(CountTo))]
        public static int GetCounted([EventMessage] int message) => message * 10;

        [Subscribe(With = nameof(Two))]
        public static int GetScoped(Counter counter) => counter.Next();

        [Subscribe(With = nameof(Two))]
        public static int GetSecret([EventMessage] int message) => message;

        public static async IAsyncEnumerable<int> CountTo(int to)
        {
            for (var i = 1; i <= to; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }

        public static IAsyncEnumerable<int> Two() => CountTo(2);
    }

    [ExtendObjectType("Subscription")]
    private sealed class OfTopic
    {
        [Subscribe]
        [Topic("changed_{branch}")]
        public string GetChanged([EventMessage] string message) => message;
    }
}
