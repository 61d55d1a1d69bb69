using System.Net;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

public sealed class GetRequests
{
    [Fact]
    public async Task A_query_is_answered_with_its_variables_and_operation_name()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.GetAsync(
            "?query=" + Uri.EscapeDataString("query A { hello } query B($n: Int!) { twice(number: $n) }")
            + "&operationName=B&variables=" + Uri.EscapeDataString("""{"n":21}"""));
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"twice":42}}""");
    }

    [Theory]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/json")]
    public async Task A_mutation_gets_405_and_does_not_run(string accept)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.GetAsync("?query=mutation{touch}", accept);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
        host.Touches.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json", 200)]
    public async Task A_content_type_that_needs_no_preflight_is_refused(string contentType, int expected)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.GetAsync("?query={hello}", null, ("Content-Type", contentType));
        ((int)response.StatusCode).ShouldBe(expected);
    }

    [Theory]
    [InlineData("?query=")]
    [InlineData("")]
    [InlineData("?query={hello}&query={hello}")]
    [InlineData("?query={hello}&variables=[]")]
    [InlineData("?query={hello}&variables={")]
    [InlineData("?query={hello}&variables={}x")]
    [InlineData("?query={hello}&extensions=1")]
    public async Task A_bad_parameter_gets_400(string query)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.GetAsync(query, "application/json");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task It_can_be_switched_off_and_made_to_need_a_preflight()
    {
        await using var off = await GraphQLHost.StartAsync(o => o.EnableGetRequests = false);
        using var refused = await off.GetAsync("?query={hello}");
        refused.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);

        await using var strict = await GraphQLHost.StartAsync(o => o.EnforceGetRequestsPreflightHeader = true);
        using var without = await strict.GetAsync("?query={hello}");
        without.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var with = await strict.GetAsync("?query={hello}", null, ("GraphQL-Preflight", "1"));
        with.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_schema_is_answered_once_and_then_not_modified()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.GetAsync("?sdl");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("hello(name: String! = \"world\"): String!");
        using var again = await host.GetAsync("?sdl", null, ("If-None-Match", response.Headers.ETag!.Tag));
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        await using var closed = await GraphQLHost.StartAsync(o => o.EnableSchemaRequests = false);
        using var hidden = await closed.GetAsync("?sdl");
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_browser_gets_the_explorer_without_anything_of_its_address_in_it()
    {
        await using var host = await GraphQLHost.StartAsync();
        const string browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        using var page = await host.GetAsync("?x=%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E", browser);
        page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        page.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await page.Content.ReadAsStringAsync()).ShouldNotContain("alert(1)");
        using var query = await host.GetAsync("?query={hello}", browser);
        query.Content.Headers.ContentType!.MediaType.ShouldBe("application/graphql-response+json");

        await using var closed = await GraphQLHost.StartAsync(o => o.Tool.Enable = false);
        using var off = await closed.GetAsync("", browser);
        off.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var file = await closed.GetAsync("/index.html");
        file.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/..%2f..%2fOms.Engine.dll")]
    [InlineData("/%2e%2e/Oms.Engine.dll")]
    [InlineData("/static/..%5c..%5cOms.Engine.dll")]
    [InlineData("//etc/passwd")]
    public async Task No_file_outside_the_explorer_is_served(string path)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri($"http://127.0.0.1:{host.Port}/graphql{path}"));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
