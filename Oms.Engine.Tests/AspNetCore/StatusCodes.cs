using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

public sealed class StatusCodes
{
    private const string GraphQLResponse = "application/graphql-response+json";

    [Theory]
    [InlineData("{ hello }", 200)]
    [InlineData("{ hello", 400)]
    [InlineData("{ unknown }", 400)]
    [InlineData("{ twice }", 400)]
    [InlineData("query ($n: Int!) { twice(number: $n) }", 400)]
    [InlineData("query A { hello } query B { hello }", 400)]
    [InlineData("{ fail }", 200)]
    [InlineData("{ secret }", 401)]
    [InlineData("{ a: secret b: secret }", 401)]
    [InlineData("{ secret hello }", 200)]
    [InlineData("{ secret fail }", 200)]
    [InlineData("subscription { hidden }", 401)]
    public async Task The_code_tells_how_the_request_went_and_application_json_stays_200(string query, int expected)
    {
        await using var host = await GraphQLHost.StartAsync();
        var body = $$"""{"query":"{{query}}"}""";
        using var response = await host.PostAsync(body, GraphQLResponse);
        ((int)response.StatusCode).ShouldBe(expected, await response.Content.ReadAsStringAsync());
        using var legacy = await host.PostAsync(body, "application/json");
        legacy.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("{ secret }", 403)]
    [InlineData("{ a: secret b: secret }", 403)]
    [InlineData("{ secret hello }", 200)]
    [InlineData("{ secret __typename }", 200)]
    [InlineData("subscription { hidden }", 403)]
    public async Task A_known_user_who_may_not_gets_403_when_every_root_field_is_refused(string query, int expected)
    {
        await using var host = await GraphQLHost.StartAsync();
        var body = $$"""{"query":"{{query}}"}""";
        using var response = await host.PostAsync(body, GraphQLResponse, ("x-user", "ann"));
        ((int)response.StatusCode).ShouldBe(expected);
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain("AUTH_NOT_AUTHORIZED");
        text.ShouldContain("\"path\":[");
        text.ShouldNotContain("never shown");
        using var legacy = await host.PostAsync(body, "application/json", ("x-user", "ann"));
        legacy.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_resolver_that_throws_tells_nothing_of_its_exception()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync("""{"query":"{ fail }"}""");
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain("\"path\":[\"fail\"]");
        text.ShouldNotContain("secret of the resolver");
        text.ShouldNotContain("InvalidOperationException");
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_answered_with_HC0045()
    {
        await using var host = await GraphQLHost.StartAsync(
            configure: graph => graph.ModifyRequestOptions(o => o.ExecutionTimeout = TimeSpan.FromMilliseconds(200)));
        using var response = await host.PostAsync("""{"query":"{ slow }"}""");
        (await response.Content.ReadAsStringAsync()).ShouldContain("HC0045");
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
