using System.Net;
using Oms.Engine.AspNetCore;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

public sealed class Batches
{
    private const string Hello = """{"query":"{ hello }"}""";
    private const string Twice = """{"query":"query($n: Int!) { twice(number: $n) }","variables":[{"n":1},{"n":2}]}""";

    [Fact]
    public async Task None_is_run_by_default()
    {
        await using var host = await GraphQLHost.StartAsync();
        foreach (var body in new[] { $"[{Hello}]", Twice })
        {
            using var refused = await host.PostAsync(body);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await refused.Content.ReadAsStringAsync()).ShouldContain(TransportErrorCodes.BatchingNotAllowed);
        }
    }

    [Fact]
    public async Task Requests_are_answered_in_their_order_and_fail_alone()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Batching = AllowedBatching.RequestBatching);
        using var response = await host.PostAsync($$"""[{{Hello}},{"query":"{ missing }"},{"query":"mutation { touch }"},{"query":"{ hello(name: \"b\") }"}]""");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldStartWith("""[{"data":{"hello":"hello world"}},{"errors":[""");
        body.ShouldEndWith("""},{"data":{"touch":1}},{"data":{"hello":"hello b"}}]""");
    }

    [Fact]
    public async Task Sets_of_variables_are_answered_with_their_index()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Batching = AllowedBatching.VariableBatching);
        using var response = await host.PostAsync(Twice);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""[{"variableIndex":0,"data":{"twice":2}},{"variableIndex":1,"data":{"twice":4}}]""");
        using var refused = await host.PostAsync($"[{Hello}]");
        (await refused.Content.ReadAsStringAsync()).ShouldContain(TransportErrorCodes.BatchingNotAllowed);
    }

    [Fact]
    public async Task Requests_with_sets_of_variables_are_answered_with_both_indexes()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Batching = AllowedBatching.All);
        using var response = await host.PostAsync($"[{Hello},{Twice}]");
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """[{"data":{"hello":"hello world"}},{"requestIndex":1,"variableIndex":0,"data":{"twice":2}},{"requestIndex":1,"variableIndex":1,"data":{"twice":4}}]""");
    }

    [Theory]
    [InlineData("""[{"query":"{ hello }"},{"query":"{ hello }"},{"query":"{ hello }"},{"query":"{ hello }"}]""")]
    [InlineData("""{"query":"query($n: Int!) { twice(number: $n) }","variables":[{"n":1},{"n":2},{"n":3},{"n":4}]}""")]
    [InlineData("""[{"query":"{ hello }"},{"query":"query($n: Int!) { twice(number: $n) }","variables":[{"n":1},{"n":2},{"n":3}]}]""")]
    public async Task More_executions_than_allowed_are_refused_before_the_first(string body)
    {
        await using var host = await GraphQLHost.StartAsync(o => (o.Batching, o.MaxBatchSize) = (AllowedBatching.All, 3));
        using var refused = await host.PostAsync(body);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await refused.Content.ReadAsStringAsync();
        text.ShouldContain(TransportErrorCodes.BatchTooLarge);
        text.ShouldContain("3 executions");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("""{"query":"{ hello }","variables":[]}""")]
    [InlineData("""{"query":"{ hello }","variables":[1]}""")]
    [InlineData("""[[{"query":"{ hello }"}]]""")]
    public async Task What_is_no_batch_is_refused(string body)
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Batching = AllowedBatching.All);
        using var refused = await host.PostAsync(body);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Subscriptions_and_streams_have_no_place_in_one()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Batching = AllowedBatching.All);
        using var subscription = await host.PostAsync("""[{"query":"subscription { count(to: 1) }"}]""");
        (await subscription.Content.ReadAsStringAsync()).ShouldContain("OPERATION_NOT_ALLOWED");
        using var stream = await host.PostAsync($"[{Hello}]", "text/event-stream");
        stream.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task Its_size_is_1024_by_default_and_0_means_any()
    {
        new GraphQLServerOptions().MaxBatchSize.ShouldBe(1024);
        await using var host = await GraphQLHost.StartAsync(o => (o.Batching, o.MaxBatchSize) = (AllowedBatching.RequestBatching, 0));
        using var response = await host.PostAsync("[" + string.Join(',', Enumerable.Repeat(Hello, 2000)) + "]");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
