using System.Diagnostics;
using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Caching;
using Oms.Engine.Configuration;
using Oms.Engine.CostAnalysis;
using Oms.Engine.Execution;
using Oms.Engine.Limits;
using Oms.Engine.PersistedOperations;
using Oms.Engine.Tests.AspNetCore;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Caching;

/// <summary>What caches are told of a response, from <c>@cacheControl</c> of what it has.</summary>
public sealed class CacheControl
{
    private const string Sdl = """
        extend type Query {
          quick: Int @cacheControl(maxAge: 10)
          steady: Int @cacheControl(maxAge: 100)
          never: Int
          shared: Int @cacheControl(maxAge: 20, sharedMaxAge: 200)
          onlyShared: Int @cacheControl(sharedMaxAge: 50)
          mine: Int @cacheControl(maxAge: 30, scope: PRIVATE)
          spoken: Int @cacheControl(maxAge: 40, vary: ["Accept-Language", "X-Zone"])
          priced: Int @cacheControl(maxAge: 40, vary: "x-currency")
          fails: Int @cacheControl(maxAge: 10)
          guarded: Int @cacheControl(maxAge: 10, sharedMaxAge: 20) @authorize(policy: "somebody")
          whoAmI: String @cacheControl(maxAge: 10, sharedMaxAge: 20)
          box: Box
          boxes: [Box!]!
          own: Box @cacheControl(maxAge: 60)
          thing: Thing @cacheControl(maxAge: 500)
          any: Any2 @cacheControl(maxAge: 500)
        }
        type Box @cacheControl(maxAge: 300, scope: PRIVATE) {
          plain: Int
          fetched: Int
          inherited: Int @cacheControl(inheritMaxAge: true)
          brief: Int @cacheControl(maxAge: 5)
          inside: Box @cacheControl(inheritMaxAge: true)
        }
        interface Thing { id: Int }
        type Rock implements Thing { id: Int @cacheControl(maxAge: 400) weight: Int @cacheControl(maxAge: 7) }
        type Leaf implements Thing { id: Int @cacheControl(maxAge: 90) }
        union Any2 @cacheControl(scope: PRIVATE) = Rock | Leaf
        extend type Mutation { shake: Int }
        """;

    [Theory]
    [InlineData("{ steady }", "max-age=100")]
    [InlineData("{ steady quick }", "max-age=10")]
    [InlineData("{ a: quick b: steady __typename }", "max-age=10")]
    [InlineData("{ steady never }", "max-age=0")]
    [InlineData("{ steady mine }", "max-age=30, private")]
    [InlineData("{ shared }", "max-age=20, s-maxage=200")]
    [InlineData("{ shared steady }", "max-age=20, s-maxage=100")]
    [InlineData("{ steady shared }", "max-age=20, s-maxage=100")]
    [InlineData("{ quick shared }", "max-age=10, s-maxage=10")]
    [InlineData("{ onlyShared }", "s-maxage=50")]
    [InlineData("{ onlyShared shared }", "max-age=20, s-maxage=50")]
    [InlineData("{ shared mine }", "max-age=20, private")]
    public async Task The_shortest_age_holds_and_private_is_private(string query, string expected) => (await HeaderAsync(query)).ShouldBe(expected);

    [Theory]
    [InlineData("{ box { plain } }", "max-age=300, private")]
    [InlineData("{ boxes { plain } }", "max-age=300, private")]
    [InlineData("{ own { plain } }", "max-age=60, private")]
    [InlineData("{ own { inherited } }", "max-age=60, private")]
    [InlineData("{ own { brief } }", "max-age=5, private")]
    [InlineData("{ own { inside { inside { brief } } } }", "max-age=5, private")]
    [InlineData("{ own { fetched } }", "max-age=0, private")]
    public async Task A_field_says_it_before_its_type_and_what_is_fetched_has_the_default(string query, string expected) => (await HeaderAsync(query)).ShouldBe(expected);

    [Theory]
    [InlineData("{ thing { id } }", "max-age=90")]
    [InlineData("{ thing { ... on Rock { id } } }", "max-age=400")]
    [InlineData("{ thing { ... on Rock { ... on Thing { id } } } }", "max-age=400")]
    [InlineData("{ thing { ...R } } fragment R on Rock { weight }", "max-age=7")]
    [InlineData("{ any { ... on Leaf { id } } }", "max-age=90, private")]
    public async Task Of_an_abstract_type_the_possible_types_count(string query, string expected) => (await HeaderAsync(query)).ShouldBe(expected);

    [Fact]
    public async Task What_is_left_out_does_not_count()
    {
        var executor = await BuildAsync();
        (await HeaderAsync(executor, "query ($a: Boolean!) { steady quick @include(if: $a) }", """{"a":false}""")).ShouldBe("max-age=100");
        (await HeaderAsync(executor, "query ($a: Boolean!) { steady quick @include(if: $a) }", """{"a":true}""")).ShouldBe("max-age=10");
        (await HeaderAsync(executor, "{ steady ... @skip(if: true) { never } }")).ShouldBe("max-age=100");
    }

    [Fact]
    public async Task The_options_say_what_holds_where_the_schema_does_not()
    {
        (await HeaderAsync("{ never steady }", o => o.DefaultMaxAge = 3)).ShouldBe("max-age=3");
        (await HeaderAsync("{ never steady }", o => (o.DefaultMaxAge, o.DefaultScope) = (3, CacheControlScope.Private))).ShouldBe("max-age=3, private");
        (await HeaderAsync("{ never steady }", o => o.ApplyDefaults = false)).ShouldBe("max-age=100");
        (await HeaderAsync("{ never }", o => o.ApplyDefaults = false)).ShouldBeNull();
        (await HeaderAsync("{ steady }", o => o.Enable = false)).ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_said_of_what_must_not_be_kept()
    {
        (await HeaderAsync("mutation { shake }")).ShouldBeNull();
        (await HeaderAsync("{ steady fails }")).ShouldBeNull();
        (await HeaderAsync("{ steady __schema { queryType { name } } }")).ShouldBeNull();
        (await HeaderAsync("{ steady ...F } fragment F on Query { __type(name: \"Box\") { name } }")).ShouldBeNull();
        (await HeaderAsync("{ __typename }")).ShouldBeNull();
        var executor = await BuildAsync();
        (await HeaderAsync(executor, new OperationRequest { Document = "{ steady }"u8.ToArray(), CostReporting = CostReporting.Report })).ShouldBeNull();
        var state = new Dictionary<string, object?>();
        state.SkipQueryCaching();
        (await HeaderAsync(executor, new OperationRequest { Document = "{ steady }"u8.ToArray(), ContextData = state })).ShouldBeNull();
        (await HeaderAsync(executor, "{ steady }")).ShouldBe("max-age=100");
    }

    [Fact]
    public async Task What_is_protected_or_depends_on_who_asks_is_private_whatever_the_directive_says()
    {
        var executor = await BuildAsync();
        (await HeaderAsync(executor, Requests.Of("{ guarded }", user: Requests.Ann))).ShouldBe("max-age=10, private");
        (await HeaderAsync(executor, Requests.Of("{ whoAmI }", user: Requests.Ann))).ShouldBe("max-age=10, private");
        (await HeaderAsync("{ shared }", graph: g => g.ModifyOptions(o => o.EnableFieldVisibility = true))).ShouldBe("max-age=20, private");
    }

    [Fact]
    public async Task The_header_is_on_GET_and_POST_with_what_the_response_varies_by()
    {
        await using var host = await HostAsync();
        using var got = await host.GetAsync("?query={spoken priced}");
        Header(got).ShouldBe("max-age=40");
        string.Join(", ", got.Headers.Vary).ShouldBe("Accept, accept-language, x-currency, x-zone");
        using var posted = await host.PostAsync("""{"query":"{ steady }"}""");
        Header(posted).ShouldBe("max-age=100");
        string.Join(", ", posted.Headers.Vary).ShouldBe("Accept");
        using var failed = await host.PostAsync("""{"query":"{ steady fails }"}""");
        Header(failed).ShouldBe("");
        using var refused = await host.PostAsync("""{"query":"{ nothing }"}""");
        Header(refused).ShouldBe("");
        using var mine = await host.GetAsync("?query={mine}");
        Header(mine).ShouldBe("max-age=30, private");
    }

    [Fact]
    public async Task A_persisted_operation_has_it_beside_its_ETag_also_where_nothing_changed()
    {
        var storage = new InMemoryOperationDocumentStorage();
        foreach (var name in new[] { "steady", "hello" })
        {
            OperationDocumentId.TryParse(name, out var id).ShouldBeTrue();
            await storage.SaveAsync(id, Encoding.UTF8.GetBytes($"{{ {name} }}"), TestContext.Current.CancellationToken);
        }

        await using var host = await HostAsync(graph => graph.UsePersistedOperationPipeline().AddOperationDocumentStorage(_ => storage));
        using var first = await host.GetAsync("?id=steady");
        Header(first).ShouldBe("max-age=100");
        using var second = await host.GetAsync("?id=steady", null, ("If-None-Match", first.Headers.ETag!.Tag));
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        Header(second).ShouldBe("max-age=100");
        using var unsaid = await host.GetAsync("?id=hello");
        Header(unsaid).ShouldBe("max-age=0");
    }

    [Theory]
    [InlineData("type A @cacheControl(inheritMaxAge: true) { b: Int }", "@cacheControl of A lets a type inherit an age; only fields can.")]
    [InlineData("interface A { b: Int @cacheControl(maxAge: 1) }", "@cacheControl of A.b stands on a field of an interface; the fields of the object types say it.")]
    [InlineData("extend type Query { b: Int @cacheControl(inheritMaxAge: true) }", "@cacheControl of Query.b lets a field of the query type inherit an age, and there is nothing around it.")]
    [InlineData("type A { b: Int @cacheControl(maxAge: -1) }", "@cacheControl of A.b has a negative maxAge.")]
    [InlineData("type A @cacheControl(sharedMaxAge: -1) { b: Int }", "@cacheControl of A has a negative sharedMaxAge.")]
    [InlineData("type A { b: Int @cacheControl(maxAge: 1, inheritMaxAge: true) }", "@cacheControl of A.b has both maxAge and inheritMaxAge.")]
    [InlineData("type A { b: Int @cacheControl(sharedMaxAge: 1, inheritMaxAge: true) }", "@cacheControl of A.b has both sharedMaxAge and inheritMaxAge.")]
    [InlineData("type A { b: Int @cacheControl(maxAge: 1, vary: [\"a b\"]) }", "@cacheControl of A.b varies by \"a b\", which is no name of a header.")]
    public async Task What_makes_no_sense_stops_the_start(string sdl, string expected)
    {
        var builder = Requests.Server("type Query { a: Int } " + sdl).AddCacheControl().ModifyOptions(o => o.StrictBinding = false);
        (await Should.ThrowAsync<SchemaException>(async () => await builder.BuildRequestExecutorAsync())).Errors.Select(e => e.Message).ShouldBe([expected]);
    }

    [Fact]
    public async Task The_directive_is_there_only_where_it_was_asked_for()
    {
        var unknown = Requests.Server("type Query { a: Int @cacheControl(maxAge: 1) }").AddResolver("Query", "a", () => 1);
        (await Should.ThrowAsync<SchemaException>(async () => await unknown.BuildRequestExecutorAsync())).Message.ShouldContain("cacheControl");
        var alone = Requests.Server("type Query { a: Int }").AddResolver("Query", "a", () => 1).UseQueryCache();
        (await Should.ThrowAsync<SchemaException>(async () => await alone.BuildRequestExecutorAsync())).Message.ShouldContain("needs AddCacheControl");
        var silent = await Requests.Server("type Query { a: Int @cacheControl(maxAge: 1) }").AddResolver("Query", "a", () => 1).AddCacheControl().BuildRequestExecutorAsync();
        (await HeaderAsync(silent, "{ a }")).ShouldBeNull();
    }

    [Fact]
    public async Task Fragments_that_double_at_every_level_are_looked_at_once()
    {
        var document = new StringBuilder("{ thing { ...F0 } }");
        for (var i = 0; i < 200; i++)
            document.Append($" fragment F{i} on Thing {{ ...F{i + 1} ... on Rock {{ ...F{i + 1} }} ... on Leaf {{ ...F{i + 1} }} }}");
        document.Append(" fragment F200 on Thing { id }");
        var executor = await BuildAsync(graph: g => g.ModifyCostOptions(o => o.EnforceCostLimits = false).ModifyRequestLimits(_ => RequestLimitOptions.None));
        var watch = Stopwatch.StartNew();
        (await HeaderAsync(executor, document.ToString())).ShouldBe("max-age=90");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static async Task<string?> HeaderAsync(string query, Action<CacheControlOptions>? options = null, Action<IRequestExecutorBuilder>? graph = null) =>
        await HeaderAsync(await BuildAsync(options, graph), query);

    private static Task<string?> HeaderAsync(IRequestExecutor executor, string query, string variables = "{}") => HeaderAsync(executor, Requests.Of(query, variables));

    private static async Task<string?> HeaderAsync(IRequestExecutor executor, OperationRequest request)
    {
        await using var result = (OperationResult)await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        result.IsRequestError.ShouldBeFalse(result.ToJson());
        IHeaderDictionary headers = new HeaderDictionary();
        result.Caching?.Apply(headers, result.IsOfUser);
        return headers.CacheControl;
    }

    private static async Task<IRequestExecutor> BuildAsync(Action<CacheControlOptions>? options = null, Action<IRequestExecutorBuilder>? graph = null)
    {
        var builder = Requests.Server("type Query type Mutation " + Sdl);
        builder.Services.AddSingleton<IAuthorizationHandler, Somebody>();
        Configure(builder);
        builder.ModifyCacheControlOptions(options ?? (_ => { }));
        graph?.Invoke(builder);
        return await builder.BuildRequestExecutorAsync();
    }

    private static Task<GraphQLHost> HostAsync(Action<IRequestExecutorBuilder>? graph = null) => GraphQLHost.StartAsync(_ => { }, builder =>
    {
        builder.Services.AddSingleton<IAuthorizationHandler, Somebody>();
        Configure(builder.AddDocumentFromString(Sdl));
        graph?.Invoke(builder);
    });

    private static void Configure(IRequestExecutorBuilder builder)
    {
        foreach (var name in new[] { "quick", "steady", "never", "shared", "onlyShared", "mine", "spoken", "priced", "guarded" })
            builder.AddResolver("Query", name, () => 1);
        builder.AddResolver("Query", "fails", int () => throw new InvalidOperationException())
            .AddResolver("Query", "whoAmI", (ClaimsPrincipal user) => user.Identity?.Name)
            .AddResolver("Query", "box", () => new Box()).AddResolver("Query", "own", () => new Box()).AddResolver("Query", "boxes", () => new[] { new Box() })
            .AddResolver("Query", "thing", object () => new Rock(1, 2)).AddResolver("Query", "any", object () => new Leaf(1))
            .AddResolver("Mutation", "shake", () => 1)
            .BindRuntimeType<Box>().BindRuntimeType<Rock>().BindRuntimeType<Leaf>()
            .AddCacheControl().UseQueryCache();
    }

    private static string Header(HttpResponseMessage response) => response.Headers.CacheControl?.ToString() ?? "";

    private sealed class Box
    {
        public int Plain => 1;

        public int Inherited => 2;

        public int Brief => 3;

        public Box Inside => new();

        public async Task<int> GetFetchedAsync()
        {
            await Task.Yield();
            return 4;
        }
    }

    private sealed record Rock(int Id, int Weight);

    private sealed record Leaf(int Id);

    private sealed class Somebody : IAuthorizationHandler
    {
        public ValueTask<AuthorizeResult> AuthorizeAsync(
            AuthorizationContext context, AuthorizeDirective directive, CancellationToken cancellationToken) =>
            ValueTask.FromResult(context.User.Identity?.IsAuthenticated == true ? AuthorizeResult.Allowed : AuthorizeResult.NotAuthenticated);

        public ValueTask<bool> HasPolicyAsync(IServiceProvider services, string policy) => ValueTask.FromResult(true);
    }
}
