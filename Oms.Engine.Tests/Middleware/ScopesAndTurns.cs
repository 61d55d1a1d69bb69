using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.DataLoader;
using Oms.Engine.Middleware;
using Oms.Engine.Tests.Execution;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Middleware;

/// <summary>Whose services a resolver has, and beside whom it runs.</summary>
public sealed class ScopesAndTurns
{
    private const string Sdl = """
        type Query { a: Int! b: Int! own: Int! other: Int! loaded: Int! ownLoaded: Int! open: Int! shared: Int! serial: Int! again: Int! beside: Int! }
        type Mutation { m: Int! n: Int! }
        """;

    [Fact]
    public async Task Resolvers_share_the_services_of_the_request_unless_one_has_its_own()
    {
        var numbers = await NumbersAsync("{ a b own other }");
        numbers[1].ShouldBe(numbers[0]);
        numbers.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task The_services_of_a_resolver_end_with_it_and_loaders_stay_those_of_the_request()
    {
        Ticket.Open = 0;
        (await NumbersAsync("{ own other open }"))[2].ShouldBe(1);
        var loaded = await NumbersAsync("{ loaded ownLoaded }");
        loaded[1].ShouldBe(loaded[0]);
    }

    [Fact]
    public async Task Options_decide_for_those_without_an_attribute_and_for_mutations_apart()
    {
        void Configure(SchemaOptions options) => options.DefaultQueryDependencyInjectionScope = DependencyInjectionScope.Resolver;
        (await NumbersAsync("{ a b own other }", Configure)).Distinct().Count().ShouldBe(4);
        (await NumbersAsync("mutation { m n }", Configure)).Distinct().Count().ShouldBe(1);
        (await NumbersAsync("mutation { m n }", o => o.DefaultMutationDependencyInjectionScope = DependencyInjectionScope.Resolver)).Distinct().Count().ShouldBe(2);
        (await NumbersAsync("{ x: shared shared a }", Configure)).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Serial_resolvers_take_turns_and_others_run_beside_them()
    {
        (await MostAtOnceAsync("{ serial again }", _ => { })).ShouldBe(1);
        (await MostAtOnceAsync("{ serial beside }", _ => { })).ShouldBe(2);
        (await MostAtOnceAsync("{ x: beside beside }", _ => { })).ShouldBe(2);
        (await MostAtOnceAsync("{ x: beside beside }", o => o.DefaultResolverStrategy = ExecutionStrategy.Serial)).ShouldBe(2);
        (await MostAtOnceAsync("{ x: later later }", o => o.DefaultResolverStrategy = ExecutionStrategy.Serial, "type Query { later: Int! }")).ShouldBe(1);
        (await MostAtOnceAsync("{ x: later later }", _ => { }, "type Query { later: Int! }")).ShouldBe(2);
    }

    [Fact]
    public async Task A_serial_resolver_that_fails_lets_the_next_one_go_on()
    {
        var answer = await Requests.Server("type Query { a: Int b: Int }")
            .AddResolver("Query", "a", [Serial] async Task<int> () =>
            {
                await Task.Yield();
                throw new InvalidOperationException();
            })
            .AddResolver("Query", "b", [Serial] async () => await Task.FromResult(2)).AskAsync("{ a b }");
        answer.ShouldStartWith("""{"data":{"a":null,"b":2}""");
    }

    private static async Task<int[]> NumbersAsync(string document, Action<SchemaOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddScoped<Ticket>();
        var builder = services.AddGraphQLServer().AddDocumentFromString(Sdl)
            .AddTypeExtension(typeof(Roots)).AddTypeExtension(typeof(Mutations)).AddDataLoader<Tickets>().ModifyOptions(configure ?? (_ => { }));
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();
        var executor = provider.GetRequiredService<Engine.Execution.IRequestExecutor>();
        var answer = Requests.Read(await executor.AskAsync(Requests.Of(document, services: scope.ServiceProvider)));
        answer.TryGetProperty("errors", out _).ShouldBeFalse(answer.ToString());
        return [.. answer.GetProperty("data").EnumerateObject().Select(p => p.Value.GetInt32())];
    }

    private static async Task<int> MostAtOnceAsync(string document, Action<SchemaOptions> configure, string sdl = "type Query { serial: Int! again: Int! beside: Int! }")
    {
        var (running, most) = (0, 0);
        async Task<int> RunAsync()
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            // Those that may run side by side are all started before the first is done.
            await Task.Delay(50);
            return Interlocked.Decrement(ref running);
        }

        var builder = Requests.Server(sdl).ModifyOptions(configure);
        if (sdl.Contains("later", StringComparison.Ordinal))
            builder.AddResolver("Query", "later", RunAsync);
        else
            builder.AddResolver("Query", "serial", [Serial] () => RunAsync()).AddResolver("Query", "again", [Serial] () => RunAsync()).AddResolver("Query", "beside", [Parallel] () => RunAsync());
        (await builder.AskAsync(document)).ShouldStartWith("{\"data\"");
        return most;
    }

    private sealed class Ticket : IDisposable
    {
        private static int last;

        public static int Open { get; set; }

        public Ticket()
        {
            Number = Interlocked.Increment(ref last);
            Open++;
        }

        public int Number { get; }

        public void Dispose() => Open--;
    }

    private sealed class Tickets(IBatchScheduler scheduler, Ticket ticket) : BatchDataLoader<int, int>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(k => k, _ => ticket.Number));
    }

    [ExtendObjectType("Query")]
    private static class Roots
    {
        public static int A(Ticket ticket) => ticket.Number;

        public static int B(Ticket ticket) => ticket.Number;

        [UseResolverScope]
        public static int Own(Ticket ticket) => ticket.Number;

        [UseResolverScope]
        public static async Task<int> OtherAsync(Ticket ticket)
        {
            await Task.Yield();
            return ticket.Number;
        }

        public static Task<int> LoadedAsync(Tickets tickets) => tickets.LoadAsync(1);

        [UseResolverScope]
        public static Task<int> OwnLoadedAsync(Tickets tickets) => tickets.LoadAsync(1);

        [UseRequestScope]
        public static async Task<int> OpenAsync(Ticket ticket)
        {
            await Task.Delay(20);
            return ticket.Number > 0 ? Ticket.Open : 0;
        }

        [UseRequestScope]
        public static int Shared(Ticket ticket) => ticket.Number;

        public static int Serial() => 1;

        public static int Again() => 1;

        public static int Beside() => 1;
    }

    [ExtendObjectType("Mutation")]
    private static class Mutations
    {
        public static int M(Ticket ticket) => ticket.Number;

        public static int N(Ticket ticket) => ticket.Number;
    }
}
