using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.DataLoader;
using Oms.Engine.Execution;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.DataLoader;

public sealed class Batches
{
    private const string Sdl = """
        type Query { people: [Person!]! person(id: Int!): Person latePerson(id: Int!): Person }
        type Person { id: Int! name: String! friend: Person numbers: [Int!] }
        """;

    private readonly LoadedBatches _batches = new();
    private readonly ServiceProvider _services;

    public Batches()
    {
        var services = new ServiceCollection();
        services.AddSingleton(_batches);
        services.AddGraphQLServer()
            .AddDocumentFromString(Sdl)
            .BindRuntimeType<Person>()
            .AddTypeExtension(typeof(PersonQuery))
            .AddTypeExtension(typeof(PersonResolvers))
            .AddDataLoader<PersonById>()
            .AddDataLoader<NumbersOfPerson>();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    [Fact]
    public async Task Each_level_of_a_response_is_one_batch()
    {
        var answer = await ExecuteAsync("{ people { friend { friend { friend { name } } } } }");

        answer.ShouldStartWith("{\"data\":{\"people\":[{\"friend\":{\"friend\":{\"friend\":{\"name\":\"Person 49\"}}}}");
        _batches.All.Count.ShouldBe(3);
        _batches.All[0].Order().ShouldBe(Enumerable.Range(1, 10));
    }

    [Fact]
    public async Task A_key_is_loaded_once_in_a_request()
    {
        var answer = await ExecuteAsync("{ a: person(id: 3) { name } b: person(id: 3) { name } c: person(id: 4) { name } }");

        answer.ShouldBe("""{"data":{"a":{"name":"Person 3"},"b":{"name":"Person 3"},"c":{"name":"Person 4"}}}""");
        _batches.All.ShouldHaveSingleItem().ShouldBe([3, 4]);
    }

    [Fact]
    public async Task All_who_wait_for_one_key_ask_for_what_they_need_next_in_one_batch()
    {
        var dispatcher = new BatchDispatcher([]);
        var people = new PersonById(dispatcher, _batches);
        await Task.Run(async () =>
        {
            dispatcher.BeginPass();
            var waiting = Enumerable.Range(10, 8).Select(next => LoadAsync(people, 1, next)).ToArray();
            dispatcher.EndPass();
            await Task.WhenAll(waiting);
        }, TestContext.Current.CancellationToken);

        _batches.All.Select(b => b.Length).ShouldBe([1, 8]);
    }

    [Fact]
    public async Task A_later_request_loads_again()
    {
        await ExecuteAsync("{ person(id: 3) { name } }");
        await ExecuteAsync("{ person(id: 3) { name } }");

        _batches.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_without_a_value_is_null() =>
        (await ExecuteAsync("{ person(id: -1) { name } }")).ShouldBe("""{"data":{"person":null}}""");

    [Fact]
    public async Task A_key_without_values_is_an_empty_list()
    {
        var answer = await ExecuteAsync("{ people { numbers } }");

        answer.ShouldStartWith("{\"data\":{\"people\":[{\"numbers\":[]},{\"numbers\":[0]},{\"numbers\":[0,1]},{\"numbers\":[]}");
        _batches.All.ShouldHaveSingleItem().Length.ShouldBe(10);
    }

    [Fact]
    public async Task A_batch_that_fails_fails_every_field_that_waits_for_it_and_shows_nothing_of_the_reason()
    {
        _batches.FailsNext = true;
        var answer = await ExecuteAsync("{ a: person(id: 1) { name } b: person(id: 2) { name } }");

        answer.ShouldStartWith("""{"data":{"a":null,"b":null},"errors":[""");
        answer.ShouldContain("\"path\":[\"a\"]");
        answer.ShouldContain("\"path\":[\"b\"]");
        answer.ShouldNotContain("the store is down");
    }

    [Fact]
    public async Task Resolvers_that_waited_for_something_else_first_are_answered() =>
        (await ExecuteAsync("{ a: latePerson(id: 1) { friend { name } } b: latePerson(id: 2) { name } c: person(id: 3) { name } }"))
            .ShouldBe("""{"data":{"a":{"friend":{"name":"Person 7"}},"b":{"name":"Person 2"},"c":{"name":"Person 3"}}}""");

    private static async Task LoadAsync(PersonById people, int first, int then)
    {
        await people.LoadAsync(first);
        await people.LoadAsync(then);
    }

    private async Task<string> ExecuteAsync(string query)
    {
        // Away from the test runner's synchronization context, which posts what a server would run on.
        return await Task.Run(async () =>
        {
            await using var scope = _services.CreateAsyncScope();
            var executor = _services.GetRequiredService<IRequestExecutor>();
            await using var result = await executor.ExecuteAsync(OperationRequest.FromText(query, services: scope.ServiceProvider));
            return ((OperationResult)result).ToJson();
        });
    }
}
