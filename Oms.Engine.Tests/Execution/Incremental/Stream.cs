using System.Text.Json.Nodes;
using Oms.Engine.Execution;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Execution.Incremental;

public sealed class Stream
{
    private readonly PartsSchema _schema = new();

    [Fact]
    public async Task The_first_items_come_at_once_and_the_others_later()
    {
        var responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ numbers @stream(initialCount: 2, label: \"N\") }");
        responses.ShouldBe(
        [
            """{"data":{"numbers":[1,2]},"pending":[{"id":"0","path":["numbers"],"label":"N"}],"hasNext":true}""",
            """{"incremental":[{"id":"0","items":[3,4,5]}],"completed":[{"id":"0"}],"hasNext":false}""",
        ]);
    }

    [Fact]
    public async Task A_list_that_ends_before_comes_at_once()
    {
        var executor = await _schema.BuildAsync();
        (await PartsSchema.ReadAsync(executor, "{ numbers @stream(initialCount: 6) }")).ShouldBe(["""{"data":{"numbers":[1,2,3,4,5]}}"""]);
        (await PartsSchema.ReadAsync(executor, "{ numbers @stream(initialCount: 5) }")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_negative_count_fails_the_field()
    {
        var response = JsonNode.Parse((await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ name numbers @stream(initialCount: -1) }")).Single())!;
        response["data"].ShouldBeNull();
        response["errors"]![0]!["path"]!.ToJsonString().ShouldBe("[\"numbers\"]");
    }

    [Fact]
    public async Task Items_of_an_endless_source_come_as_they_are_made_and_not_far_ahead()
    {
        var executor = await _schema.BuildAsync();
        await using (var result = (ResponseStream)await executor.ExecuteAsync(OperationRequest.FromText("{ ticks @stream(initialCount: 1) }")))
        {
            await using var responses = result.GetAsyncEnumerator();
            var seen = 0;
            while (seen < 500)
            {
                (await responses.MoveNextAsync()).ShouldBeTrue();
                var response = JsonNode.Parse(responses.Current.ToJson())!;
                seen += (response["data"]?["ticks"] ?? response["incremental"]?[0]?["items"])!.AsArray().Count;
                await responses.Current.DisposeAsync();
            }

            await Task.Delay(100);
            (_schema.Ticks - seen).ShouldBeLessThan(200);
        }

        _schema.OpenSources.ShouldBe(0);
    }

    [Fact]
    public async Task A_source_that_fails_ends_the_list_with_its_error()
    {
        var responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ brittle @stream }");
        var all = string.Join("\n", responses);
        all.ShouldContain("\"items\":[1");
        all.ShouldContain("""{"id":"0","errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["brittle"]}]}""");
        all.ShouldEndWith("\"hasNext\":false}");
    }

    [Fact]
    public async Task What_the_items_load_is_loaded_together()
    {
        var responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ boxes(count: 30) @stream { loaded } }");
        responses.Count.ShouldBeGreaterThan(1);
        string.Join("", responses).ShouldContain("{\"loaded\":60}");
        _schema.Batches.Single().Length.ShouldBe(30);
    }

    [Fact]
    public async Task Items_have_parts_of_their_own()
    {
        var responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ boxes(count: 2) @stream { id ... @defer { size } } }");
        var all = string.Join("\n", responses);
        all.ShouldContain("\"path\":[\"boxes\",1]");
        all.ShouldContain("{\"size\":20}");
        all.ShouldEndWith("\"hasNext\":false}");
    }

    [Fact]
    public async Task A_long_list_comes_in_several_responses()
    {
        var responses = await PartsSchema.ReadAsync(await _schema.BuildAsync(), "{ numbers(count: 100000) @stream }");
        responses.Count.ShouldBeInRange(5, 50);
        responses.Skip(1).SelectMany(r => JsonNode.Parse(r)!["incremental"]![0]!["items"]!.AsArray()).Select(n => (int)n!).ShouldBe(Enumerable.Range(1, 100000));
    }
}
