using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Tests.AspNetCore;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Constraints;

/// <summary>What <c>@constraint</c> lets through and what it refuses, by literals and by variables.</summary>
public sealed class ConstraintDirective
{
    private const string Sdl = """
        type Query {
          find(
            name: String @constraint(minLength: 2, maxLength: 5, pattern: "^[a-z]+$")
            page: Int = 1 @constraint(min: 1, max: 100)
            ratio: Float @constraint(exclusiveMin: 0, exclusiveMax: 1)
            step: Int @constraint(multipleOf: 5)
            tags: [String!] @constraint(maxItems: 2, minItems: 1, startsWith: "t")
            file: String @constraint(endsWith: ".txt", contains: "a", notContains: "..")
            input: Input
          ): Boolean
          other: Boolean
        }
        input Input { inner: [Inner!] free: String }
        input Inner { code: String @constraint(minLength: 3) next: Input }
        """;

    [Theory]
    [InlineData("name: \"abc\"")]
    [InlineData("name: null, page: 100, ratio: 0.5, step: 10, tags: [\"t\", \"to\"], file: \"a.txt\"")]
    [InlineData("input: { free: \"\", inner: [{ code: \"abc\" }, { next: { inner: [] } }] }")]
    [InlineData("")]
    public async Task What_fits_is_resolved(string arguments)
    {
        await using var host = await StartAsync();
        (await host.AskAsync(arguments == "" ? "{ find }" : $"{{ find({arguments}) }}")).ToString().ShouldBe("""{"data":{"find":true}}""");
    }

    [Theory]
    [InlineData("name: \"a\"", "name", "2 characters at least")]
    [InlineData("name: \"abcdef\"", "name", "5 characters at most")]
    [InlineData("name: \"AB\"", "name", "must match")]
    [InlineData("page: 0", "page", "must be 1 at least")]
    [InlineData("page: 101", "page", "must be 100 at most")]
    [InlineData("ratio: 0", "ratio", "greater than 0")]
    [InlineData("ratio: 1.0", "ratio", "less than 1")]
    [InlineData("step: 7", "step", "a multiple of 5")]
    [InlineData("tags: []", "tags", "1 items at least")]
    [InlineData("tags: [\"t\", \"t\", \"t\"]", "tags", "2 items at most")]
    [InlineData("tags: [\"t\", \"x\"]", "tags", "begin with \"t\"")]
    [InlineData("file: \"a\"", "file", "end with")]
    [InlineData("file: \"b.txt\"", "file", "must contain \"a\"")]
    [InlineData("file: \"../a.txt\"", "file", "must not contain")]
    [InlineData("input: { inner: [{ code: \"abc\" }, { code: \"ab\" }] }", "input.inner.1.code", "3 characters at least")]
    [InlineData("input: { inner: [{ next: { inner: { code: \"a\" } } }] }", "input.inner.0.next.inner.0.code", "3 characters at least")]
    public async Task What_does_not_fit_is_refused_at_its_place_before_the_resolver_and_the_rest_is_answered(string arguments, string name, string says)
    {
        await using var host = await StartAsync();
        var answer = await host.AskAsync($"{{ find({arguments}) other }}");
        answer.GetProperty("data").ToString().ShouldBe("""{"find":null,"other":true}""");
        var error = answer.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("message").GetString()!.ShouldContain(says);
        error.GetProperty("path").ToString().ShouldBe("""["find"]""");
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("ERR_GRAPHQL_CONSTRAINT_VALIDATION");
        error.GetProperty("extensions").GetProperty("fieldName").GetString().ShouldBe(name);
    }

    [Fact]
    public async Task Variables_are_held_to_it_in_each_request()
    {
        await using var host = await StartAsync();
        const string Document = "query ($n: String, $i: Input) { find(name: $n, input: $i) }";
        (await host.AskAsync(Document, new { n = "abc" })).TryGetProperty("errors", out _).ShouldBeFalse();
        (await host.AskAsync(Document, new { n = "a" })).GetProperty("errors").GetArrayLength().ShouldBe(1);
        (await host.AskAsync(Document, new { i = new { inner = new[] { new { code = "x" } } } })).GetProperty("errors")[0].ToString().ShouldContain("input.inner.0.code");
    }

    [Fact]
    public async Task A_pattern_takes_linear_time_whatever_the_text()
    {
        await using var host = await SchemaHost.StartAsync(
            "type Query { find(text: String @constraint(pattern: \"^(a+)+$\")): Boolean }", graph => graph.AddResolver("Query", "find", (string? text) => text is not null));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        (await host.AskAsync("query ($t: String) { find(text: $t) }", new { t = new string('a', 50_000) + "!" })).GetProperty("errors").GetArrayLength().ShouldBe(1);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_pattern_that_cannot_be_used_stops_the_start()
    {
        var server = Requests.Server("type Query { find(a: String @constraint(pattern: \"(\"), b: String @constraint(pattern: \"(a)\\\\1\")): Boolean }").ModifyOptions(o => o.StrictBinding = false);
        var refused = await Should.ThrowAsync<SchemaException>(async () => await server.BuildRequestExecutorAsync());
        refused.Errors.Length.ShouldBe(2);
        refused.Message.ShouldContain("Query.find(a:)");
    }

    private static Task<SchemaHost> StartAsync() => SchemaHost.StartAsync(
        Sdl, graph => graph.AddResolver("Query", "find", () => true).AddResolver("Query", "other", () => true));
}
