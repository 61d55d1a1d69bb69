using System.Text.Json.Nodes;
using Oms.Engine.Execution;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Execution.Incremental;

/// <summary>Parts as the draft of August 2022 tells them apart: by path and label, with nothing announced.</summary>
public sealed class Older_format
{
    private readonly PartsSchema _schema = new();

    [Fact]
    public async Task Parts_say_where_they_belong()
    {
        (await ReadAsync("{ name ... @defer(label: \"L\") { box { id } } }")).ShouldBe(
        [
            """{"data":{"name":"n"},"hasNext":true}""",
            """{"incremental":[{"path":[],"label":"L","data":{"box":{"id":1}}}],"hasNext":false}""",
        ]);
        (await ReadAsync("{ boxes(count: 2) { id ... @defer { inner { size } } } }")).ShouldBe(
        [
            """{"data":{"boxes":[{"id":1},{"id":2}]},"hasNext":true}""",
            """{"incremental":[{"path":["boxes",0],"data":{"inner":{"size":1010}}},{"path":["boxes",1],"data":{"inner":{"size":1020}}}],"hasNext":false}""",
        ]);
    }

    [Fact]
    public async Task Items_say_the_index_of_the_first_of_them()
    {
        (await ReadAsync("{ numbers @stream(initialCount: 2, label: \"N\") }")).ShouldBe(
        [
            """{"data":{"numbers":[1,2]},"hasNext":true}""",
            """{"incremental":[{"path":["numbers",2],"label":"N","items":[3,4,5]}],"hasNext":false}""",
        ]);
        (await ReadAsync("{ numbers @stream(initialCount: 5) }")).ShouldBe(["""{"data":{"numbers":[1,2,3,4,5]},"hasNext":true}""", """{"hasNext":false}"""]);
    }

    [Fact]
    public async Task What_can_not_be_delivered_is_null_with_the_error()
    {
        (await ReadAsync("{ box { id ... @defer(label: \"L\") { size broken } } }"))[1].ShouldStartWith(
            """{"incremental":[{"path":["box"],"label":"L","data":null,"errors":[{"message":"Cannot return null for non-nullable field Box.broken.",""");
        var brittle = await ReadAsync("{ brittle @stream(initialCount: 0) }");
        var entries = brittle.Skip(1).SelectMany(response => JsonNode.Parse(response)!["incremental"]?.AsArray() ?? []).Select(entry => entry!.AsObject()).ToList();
        var index = entries.Where(entry => entry["items"] is not null).Sum(entry => entry["items"]!.AsArray().Count);
        var last = entries[^1];
        last.ContainsKey("items").ShouldBeTrue();
        last["items"].ShouldBeNull();
        last["path"]!.ToJsonString().ShouldBe($"[\"brittle\",{index}]");
        last["errors"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{ name ... @defer { name box { id } } }")]
    [InlineData("{ ... @defer(label: \"A\") { box { id ... @defer(label: \"B\") { size inner { id } } } } }")]
    [InlineData("{ box { id inner { id } ... @defer { id inner { id size } } } }")]
    [InlineData("{ ... @defer { box { id size } } ... @defer { box { size inner { id } } } }")]
    [InlineData("{ boxes(count: 30) @stream(initialCount: 3) { id ... @defer { size loaded inner { id } } } numbers(count: 9) @stream }")]
    [InlineData("{ boxes(count: 4) { id ... @defer { inner { ... @defer { size } } } } ... @defer { numbers @stream(initialCount: 1) } }")]
    [InlineData("mutation { change { id ... @defer { size inner { size } } } }")]
    public async Task Parts_make_the_same_whole(string document)
    {
        var executor = await _schema.BuildAsync();
        await using var whole = (OperationResult)await executor.ExecuteAsync(
            new OperationRequest { Document = System.Text.Encoding.UTF8.GetBytes(document), AcceptsIncrementalDelivery = false }, TestContext.Current.CancellationToken);
        var responses = await ReadAsync(document);
        responses.Count.ShouldBeGreaterThan(1);
        var data = JsonNode.Parse(responses[0])!["data"]!;
        for (var i = 1; i < responses.Count; i++)
        {
            var response = JsonNode.Parse(responses[i])!.AsObject();
            response.Select(entry => entry.Key).Except(["incremental", "hasNext"]).ShouldBeEmpty();
            response["hasNext"]!.GetValue<bool>().ShouldBe(i < responses.Count - 1);
            foreach (var entry in response["incremental"]?.AsArray() ?? [])
                Merge(data, entry!.AsObject());
        }

        JsonNode.DeepEquals(data, JsonNode.Parse(whole.ToJson())!["data"]).ShouldBeTrue(data.ToJsonString());
    }

    private static void Merge(JsonNode data, JsonObject entry)
    {
        var path = entry["path"]!.AsArray();
        var steps = entry.ContainsKey("items") ? path.SkipLast(1) : path;
        var target = data;
        foreach (var step in steps)
            target = step!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? target[step.GetValue<int>()]! : target[step.GetValue<string>()]!;
        if (entry["items"] is JsonArray items)
        {
            target.AsArray().Count.ShouldBe(path[^1]!.GetValue<int>());
            foreach (var item in items)
                target.AsArray().Add(item!.DeepClone());
        }
        else
        {
            MergeObject(target.AsObject(), entry["data"]!.AsObject());
        }
    }

    private static void MergeObject(JsonObject target, JsonObject part)
    {
        foreach (var (name, value) in part)
        {
            if (value is JsonObject inner && target[name] is JsonObject known)
                MergeObject(known, inner);
            else
                target[name] = value?.DeepClone();
        }
    }

    private async Task<List<string>> ReadAsync(string document)
    {
        var executor = await _schema.BuildAsync();
        await using var result = (ResponseStream)await executor.ExecuteAsync(
            new OperationRequest { Document = System.Text.Encoding.UTF8.GetBytes(document), IncrementalDeliveryFormat = IncrementalDeliveryFormat.Version_0_1 },
            TestContext.Current.CancellationToken);
        var responses = new List<string>();
        await foreach (var response in result)
            await using (response)
                responses.Add(response.ToJson());
        return responses;
    }
}
