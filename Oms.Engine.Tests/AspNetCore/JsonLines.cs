using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

/// <summary>Responses as lines (jsonlines.org), for whoever names <c>application/jsonl</c>.</summary>
public sealed class JsonLines
{
    private const string Accept = "application/jsonl";

    [Fact]
    public async Task A_response_is_one_line_whatever_line_breaks_it_has()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync("""{"query":"{ hello(name: \"a\\nb\") }"}""", Accept);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await BodyOf(response)).ShouldBe("{\"data\":{\"hello\":\"hello a\\nb\"}}\n");
        using var failed = await host.PostAsync("""{"query":"{ hello"}""", Accept);
        (await BodyOf(failed)).ShouldMatch("^{\"errors\":\\[[^\n]*HC0014[^\n]*\n$");
    }

    [Fact]
    public async Task An_event_of_a_subscription_is_a_line()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync("""{"query":"subscription { count(to: 3) }"}""", Accept);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/jsonl; charset=utf-8");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await BodyOf(response)).ShouldBe("{\"data\":{\"count\":1}}\n{\"data\":{\"count\":2}}\n{\"data\":{\"count\":3}}\n");
    }

    [Fact]
    public async Task A_part_of_a_response_is_a_line()
    {
        await using var host = await GraphQLHost.StartAsync(configure: builder => builder.ModifyOptions(o => o.EnableDefer = true));
        foreach (var accept in new[] { Accept, "application/json;q=0.5, application/jsonl", "application/json, application/jsonl;q=0.5" })
        {
            using var response = await host.PostAsync("""{"query":"{ hello ... @defer { twice(number: 4) } }"}""", accept);
            (await BodyOf(response)).Split('\n').ShouldBe(
            [
                """{"data":{"hello":"hello world"},"pending":[{"id":"0","path":[]}],"hasNext":true}""",
                """{"incremental":[{"id":"0","data":{"twice":8}}],"completed":[{"id":"0"}],"hasNext":false}""",
                "",
            ]);
        }
    }

    [Fact]
    public async Task A_response_of_a_batch_is_a_line_that_says_what_it_answers()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Batching = AllowedBatching.All);
        const string Twice = """{"query":"query($n: Int!) { twice(number: $n) }","variables":[{"n":1},{"n":2}]}""";
        using var sets = await host.PostAsync(Twice, Accept);
        sets.Content.Headers.ContentType!.MediaType.ShouldBe(Accept);
        (await BodyOf(sets)).ShouldBe("{\"variableIndex\":0,\"data\":{\"twice\":2}}\n{\"variableIndex\":1,\"data\":{\"twice\":4}}\n");
        using var requests = await host.PostAsync($$"""[{"query":"{ hello }"},{{Twice}}]""", Accept);
        (await BodyOf(requests)).ShouldBe(
            "{\"requestIndex\":0,\"data\":{\"hello\":\"hello world\"}}\n{\"requestIndex\":1,\"variableIndex\":0,\"data\":{\"twice\":2}}\n{\"requestIndex\":1,\"variableIndex\":1,\"data\":{\"twice\":4}}\n");
        using var array = await host.PostAsync(Twice, "application/json, application/jsonl");
        JsonDocument.Parse(await BodyOf(array)).RootElement.GetArrayLength().ShouldBe(2);
        using var neither = await host.PostAsync(Twice, "text/event-stream");
        neither.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
    }

    [Theory]
    [InlineData("application/*", HttpStatusCode.NotAcceptable, null)]
    [InlineData("*/*", HttpStatusCode.OK, "text/event-stream")]
    [InlineData("text/event-stream, application/jsonl", HttpStatusCode.OK, "text/event-stream")]
    [InlineData("text/event-stream;q=0.9, application/jsonl", HttpStatusCode.OK, "application/jsonl")]
    [InlineData("*/*, application/jsonl", HttpStatusCode.OK, "application/jsonl")]
    [InlineData("*/*, application/jsonl;q=0", HttpStatusCode.OK, "text/event-stream")]
    [InlineData("application/json, application/jsonl;q=0.1", HttpStatusCode.OK, "application/jsonl")]
    public async Task A_subscription_comes_in_lines_where_they_are_named_and_nothing_is_liked_better(string accept, HttpStatusCode status, string? type)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync("""{"query":"subscription { count(to: 1) }"}""", accept);
        response.StatusCode.ShouldBe(status);
        if (type is not null)
            response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Fact]
    public async Task Spaces_keep_a_silent_stream_open_and_lines_stay_JSON()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.EventStreamKeepAliveInterval = TimeSpan.FromMilliseconds(50));
        using var response = await host.PostAsync("""{"query":"subscription { news(topic: \"a\") }"}""", Accept);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var spaces = new char[3];
        await reader.ReadBlockAsync(spaces, TestContext.Current.CancellationToken);
        spaces.ShouldAllBe(c => c == ' ');
        await host.Topics.SendAsync("news/a", "b", TestContext.Current.CancellationToken);
        JsonDocument.Parse((await reader.ReadLineAsync(TestContext.Current.CancellationToken))!).RootElement.GetProperty("data").GetProperty("news").GetString().ShouldBe("a: b");
    }

    [Fact]
    public async Task A_stream_ends_whole_when_the_server_stops_and_when_the_authentication_ends()
    {
        await using var host = await GraphQLHost.StartAsync();
        var soon = DateTimeOffset.UtcNow.AddSeconds(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var expired = await host.PostAsync("""{"query":"subscription { silence }"}""", Accept, ("x-user", "ann"), ("x-expires", soon));
        (await BodyOf(expired)).ShouldMatch("^{\"errors\":.*AUTH_NOT_AUTHENTICATED.*}\n$");
        using var stopped = await host.PostAsync("""{"query":"subscription { silence }"}""", Accept);
        await Eventually.BecomesAsync(() => host.Touches.OpenSources, 1);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        (await BodyOf(stopped)).ShouldBe("");
        host.Touches.OpenSources.ShouldBe(0);
    }

    private static Task<string> BodyOf(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
}
