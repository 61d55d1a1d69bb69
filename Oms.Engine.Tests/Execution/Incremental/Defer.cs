using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Execution;
using Oms.Engine.Response;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Execution.Incremental;

public sealed class Defer
{
    private readonly PartsSchema _schema = new();

    [Fact]
    public async Task A_deferred_fragment_comes_later_however_cheap_it_is()
    {
        var responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ name ... @defer(label: \"L\") { box { id } } }");
        responses.ShouldBe(
        [
            """{"data":{"name":"n"},"pending":[{"id":"0","path":[],"label":"L"}],"hasNext":true}""",
            """{"incremental":[{"id":"0","data":{"box":{"id":1}}}],"completed":[{"id":"0"}],"hasNext":false}""",
        ]);
    }

    [Fact]
    public async Task The_initial_response_waits_for_nothing_that_is_deferred()
    {
        var executor = await _schema.BuildAsync();
        await using var result = (ResponseStream)await executor.ExecuteAsync(OperationRequest.FromText("{ name ... @defer { slow } }"));
        result.Kind.ShouldBe(ExecutionResultKind.DeferredResult);
        await using var responses = result.GetAsyncEnumerator();
        (await responses.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        responses.Current.ToJson().ShouldStartWith("""{"data":{"name":"n"},""");
        var next = responses.MoveNextAsync().AsTask();
        next.IsCompleted.ShouldBeFalse();
        _schema.Gate.SetResult();
        (await next.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue();
        responses.Current.ToJson().ShouldContain("\"slow\":\"slow\"");
        (await responses.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_slow_part_does_not_hold_back_another()
    {
        var executor = await _schema.BuildAsync();
        await using var result = (ResponseStream)await executor.ExecuteAsync(OperationRequest.FromText("{ ... @defer { slow } ... @defer { name } }"));
        await using var responses = result.GetAsyncEnumerator();
        await responses.MoveNextAsync();
        await responses.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        responses.Current.ToJson().ShouldBe("""{"incremental":[{"id":"1","data":{"name":"n"}}],"completed":[{"id":"1"}],"hasNext":true}""");
        _schema.Gate.SetResult();
        await responses.MoveNextAsync();
        responses.Current.ToJson().ShouldEndWith("\"hasNext\":false}");
    }

    [Fact]
    public async Task What_is_selected_at_once_does_not_come_again()
    {
        var responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ box { id inner { id } ... @defer { id inner { id size } } } }");
        responses[0].ShouldStartWith("""{"data":{"box":{"id":1,"inner":{"id":101}}},""");
        responses[1].ShouldBe("""{"incremental":[{"id":"0","subPath":["inner"],"data":{"size":1010}}],"completed":[{"id":"0"}],"hasNext":false}""");
        responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ name ... @defer { name } }");
        responses.ShouldBe(["""{"data":{"name":"n"}}"""]);
    }

    [Fact]
    public async Task A_part_within_a_part_is_announced_when_that_is_complete()
    {
        var responses = await PartsSchema.ReadAsync(
            await _schema.BuildAsync(), "{ ... @defer(label: \"A\") { box { id ... @defer(label: \"B\") { size } } } }");
        string.Join("\n", responses).ShouldBe(
            """
            {"data":{},"pending":[{"id":"0","path":[],"label":"A"}],"hasNext":true}
            {"pending":[{"id":"1","path":["box"],"label":"B"}],"incremental":[{"id":"0","data":{"box":{"id":1}}},{"id":"1","data":{"size":10}}],"completed":[{"id":"0"},{"id":"1"}],"hasNext":false}
            """);
    }

    [Fact]
    public async Task A_null_that_must_not_be_fails_the_part_and_nothing_around_it()
    {
        var responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ box { id ... @defer { size broken } } }");
        responses[0].ShouldStartWith("""{"data":{"box":{"id":1}},""");
        responses[1].ShouldBe(
            """{"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Box.broken.","locations":[{"line":1,"column":30}],"path":["box","broken"],"extensions":{"code":"HC0018"}}]}],"hasNext":false}""");
    }

    [Fact]
    public async Task A_part_of_an_object_that_became_null_never_comes()
    {
        var responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ name box { broken ... @defer { size } } }");
        responses.Single().ShouldStartWith("""{"data":{"name":"n","box":null},"errors":[""");
    }

    [Fact]
    public async Task The_condition_may_be_a_variable()
    {
        var executor = await _schema.BuildAsync();
        const string Document = "query($later: Boolean) { name ... @defer(if: $later) { box { id } } }";
        (await PartsSchema.ReadAsync(executor, Document, new Dictionary<string, object?> { ["later"] = true })).Count.ShouldBe(2);
        (await PartsSchema.ReadAsync(executor, Document, new Dictionary<string, object?> { ["later"] = false })).ShouldBe(["""{"data":{"name":"n","box":{"id":1}}}"""]);
        (await PartsSchema.ReadAsync(executor, Document)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_client_that_takes_one_response_gets_everything_in_it()
    {
        var executor = await _schema.BuildAsync();
        var request = new OperationRequest { Document = "{ name ... @defer { box { id } } numbers(count: 2) @stream }"u8.ToArray(), AcceptsIncrementalDelivery = false };
        await using var result = (OperationResult)await executor.ExecuteAsync(request);
        result.ToJson().ShouldBe("""{"data":{"name":"n","box":{"id":1},"numbers":[1,2]}}""");
    }

    [Fact]
    public async Task What_a_mutation_answers_may_come_later()
    {
        var responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "mutation { change { id ... @defer { size } } }");
        responses[0].ShouldStartWith("""{"data":{"change":{"id":7}},""");
        responses[1].ShouldContain("""{"id":"0","data":{"size":70}}""");
    }

    [Fact]
    public async Task What_the_parts_of_a_list_load_is_loaded_together()
    {
        var responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ boxes(count: 20) { id ... @defer { loaded } } }");
        responses[0].ShouldNotContain("loaded");
        string.Join("", responses).ShouldContain("""{"id":"19","data":{"loaded":40}}""");
        _schema.Batches.Single().ShouldBe(Enumerable.Range(1, 20));
    }

    [Fact]
    public async Task What_is_not_done_in_time_fails_with_the_timeout()
    {
        var executor = await _schema.BuildAsync(builder => builder.ModifyRequestOptions(o => o.ExecutionTimeout = TimeSpan.FromMilliseconds(300)));
        var responses = await PartsSchema.ReadAsync(executor, "{ name ... @defer { slow } boxes(count: 1) { ... @defer { id } } }");
        responses[0].ShouldStartWith("""{"data":{"name":"n","boxes":[{}]},""");
        responses[^1].ShouldContain(ErrorCodes.Timeout);
        responses[^1].ShouldEndWith("\"hasNext\":false}");
    }

    [Fact]
    public async Task A_client_that_leaves_ends_what_was_begun_for_it()
    {
        var executor = await _schema.BuildAsync();
        using var leave = new CancellationTokenSource();
        await using var result = (ResponseStream)await executor.ExecuteAsync(OperationRequest.FromText("{ name ... @defer { slow } }"), leave.Token);
        await using var responses = result.GetAsyncEnumerator(leave.Token);
        await responses.MoveNextAsync();
        var next = responses.MoveNextAsync().AsTask();
        leave.Cancel();
        await Should.ThrowAsync<OperationCanceledException>(next.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_result_that_nobody_reads_holds_nothing_open()
    {
        var executor = await _schema.BuildAsync();
        var result = (ResponseStream)await executor.ExecuteAsync(OperationRequest.FromText("{ ticks @stream(initialCount: 2) }"));
        _schema.OpenSources.ShouldBe(1);
        await result.DisposeAsync();
        _schema.OpenSources.ShouldBe(0);
    }

    [Fact]
    public async Task Without_the_option_the_directives_are_unknown()
    {
        var executor = await _schema.BuildAsync(builder => builder.ModifyOptions(o => o.EnableDefer = o.EnableStream = false));
        (await PartsSchema.ReadAsync(executor, "{ ... @defer { name } }")).Single().ShouldContain(ErrorCodes.Validation);
        (await PartsSchema.ReadAsync(executor, "{ numbers @stream }")).Single().ShouldContain(ErrorCodes.Validation);
    }
}
