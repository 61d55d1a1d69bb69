using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Subscriptions;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Subscriptions;

/// <summary>Those who asked the same of an event are sent the same bytes, written once; whatever belongs to one of them is written for each.</summary>
public sealed class Shared_answers
{
    private const string Schema = """
        type Query { nothing: Int }
        type Subscription { changed: Thing! }
        type Thing { name: String! count: Int! reader: String! secret: String @authorize(roles: ["one"]) }
        """;

    [Fact]
    public async Task Of_one_event_are_resolved_once_for_all_who_asked_the_same()
    {
        await using var graph = await GraphAsync();
        var streams = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => graph.SubscribeAsync("subscription { changed { name count } }", "anybody")));
        var thing = new Thing { Name = "a" };

        await graph.SendAsync(thing);

        foreach (var stream in streams)
            (await stream.NextAsync()).ShouldBe("""{"data":{"changed":{"name":"a","count":1}}}""");
        thing.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Belong_to_the_event_and_not_to_its_message()
    {
        await using var graph = await GraphAsync();
        var stream = await graph.SubscribeAsync("subscription { changed { name } }", "anybody");
        var thing = new Thing { Name = "before" };

        await graph.SendAsync(thing);
        (await stream.NextAsync()).ShouldContain("before");
        thing.Name = "after";
        await graph.SendAsync(thing);

        (await stream.NextAsync()).ShouldContain("after");
    }

    [Fact]
    public async Task Are_of_one_operation_and_its_variables_only()
    {
        const string Document = "subscription ($all: Boolean!) { changed { name count @include(if: $all) } }";
        await using var graph = await GraphAsync();
        var all = await graph.SubscribeAsync(Document, "anybody", """{"all":true}""");
        var some = await graph.SubscribeAsync(Document, "anybody", """{"all":false}""");

        await graph.SendAsync(new Thing { Name = "a" });

        (await all.NextAsync()).ShouldBe("""{"data":{"changed":{"name":"a","count":1}}}""");
        (await some.NextAsync()).ShouldBe("""{"data":{"changed":{"name":"a"}}}""");
    }

    [Fact]
    public async Task Are_not_shared_where_a_resolver_asks_who_reads()
    {
        await using var graph = await GraphAsync();
        var ann = await graph.SubscribeAsync("subscription { changed { reader } }", "ann");
        var bob = await graph.SubscribeAsync("subscription { changed { reader } }", "bob");

        for (var i = 0; i < 3; i++)
        {
            await graph.SendAsync(new Thing { Name = "a" });
            (await ann.NextAsync()).ShouldBe("""{"data":{"changed":{"reader":"ann"}}}""");
            (await bob.NextAsync()).ShouldBe("""{"data":{"changed":{"reader":"bob"}}}""");
        }
    }

    [Fact]
    public async Task Are_shared_by_those_only_who_may_see_all_of_it()
    {
        await using var graph = await GraphAsync();
        var streams = new[]
        {
            await graph.SubscribeAsync("subscription { changed { secret } }", "one"),
            await graph.SubscribeAsync("subscription { changed { secret } }", "other"),
            await graph.SubscribeAsync("subscription { changed { secret } }", "one"),
        };

        for (var i = 0; i < 3; i++)
        {
            await graph.SendAsync(new Thing { Name = "a" });
            (await streams[0].NextAsync()).ShouldBe("""{"data":{"changed":{"secret":"hidden"}}}""");
            var refused = await streams[1].NextAsync();
            refused.ShouldContain("AUTH_NOT_AUTHORIZED");
            refused.ShouldNotContain("hidden");
            (await streams[2].NextAsync()).ShouldBe("""{"data":{"changed":{"secret":"hidden"}}}""");
        }
    }

    private static async Task<Graph> GraphAsync()
    {
        var builder = new ServiceCollection().AddGraphQLServer()
            .AddDocumentFromString(Schema)
            .AddTypeExtension(typeof(Changes))
            .AddResolver("Query", "nothing", () => 0)
            .BindRuntimeType<Thing>()
            .AddInMemorySubscriptions();
        builder.Services.AddSingleton<IAuthorizationHandler, OneMay>();
        var services = builder.Services.BuildServiceProvider();
        return await Task.FromResult(new Graph(services));
    }

    [ExtendObjectType("Subscription")]
    internal static class Changes
    {
        [Subscribe]
        [Topic("changed")]
        public static Thing Changed([EventMessage] Thing thing) => thing;
    }

    internal sealed class Thing
    {
        private int asked;

        public required string Name { get; set; }

        public int Asked => asked;

        public string Secret => "hidden";

        public int Count() => Interlocked.Increment(ref asked);

        public string Reader(ClaimsPrincipal user) => user.Identity!.Name!;
    }

    private sealed class OneMay : IAuthorizationHandler
    {
        public ValueTask<AuthorizeResult> AuthorizeAsync(AuthorizationContext context, AuthorizeDirective directive, CancellationToken cancellationToken) =>
            ValueTask.FromResult(context.User.Identity!.Name == directive.Roles[0] ? AuthorizeResult.Allowed : AuthorizeResult.NotAllowed);

        public ValueTask<bool> HasPolicyAsync(IServiceProvider services, string policy) => ValueTask.FromResult(true);
    }

    private sealed class Graph(ServiceProvider services) : IAsyncDisposable
    {
        private readonly List<Reader> readers = [];

        public async Task<Reader> SubscribeAsync(string document, string user, string variables = "{}")
        {
            var result = await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(new OperationRequest
            {
                Document = System.Text.Encoding.UTF8.GetBytes(document),
                Variables = System.Text.Encoding.UTF8.GetBytes(variables),
                Services = services,
                User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user)], "test")),
            });
            var reader = new Reader(result.ShouldBeOfType<ResponseStream>());
            lock (readers)
                readers.Add(reader);
            return reader;
        }

        public ValueTask SendAsync(Thing thing) => services.GetRequiredService<ITopicEventSender>().SendAsync("changed", thing);

        public async ValueTask DisposeAsync()
        {
            foreach (var reader in readers)
                await reader.DisposeAsync();
            await services.DisposeAsync();
        }
    }

    private sealed class Reader(ResponseStream stream) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<OperationResult> events = stream.GetAsyncEnumerator();

        public async Task<string> NextAsync()
        {
            (await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
            await using var result = events.Current;
            return result.ToJson();
        }

        public async ValueTask DisposeAsync()
        {
            await stream.DisposeAsync();
            await events.DisposeAsync();
        }
    }
}
