using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Door;

public sealed class StatusCodeTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string GraphQLResponse = "application/graphql-response+json";
    private const string Legacy = "application/json";

    [Fact]
    public async Task Refusals_are_told_by_the_status_code_where_the_media_type_has_one()
    {
        var (server, viewer) = (shared.Server, await shared.TokenAsync("viewer", "vera"));

        (await CodeAsync(server, viewer, "{ auditEntries { totalCount } }", GraphQLResponse)).ShouldBe(HttpStatusCode.Forbidden);
        (await CodeAsync(server, viewer, "{ auditEntries { totalCount } }", Legacy)).ShouldBe(HttpStatusCode.OK);
        (await CodeAsync(server, viewer, "{ a: auditEntries { totalCount } auditIntegrity { isIntact } }", GraphQLResponse))
            .ShouldBe(HttpStatusCode.Forbidden);
        (await CodeAsync(server, viewer, "subscription { auditAppended { __typename } }", GraphQLResponse)).ShouldBe(HttpStatusCode.Forbidden);
        (await CodeAsync(server, viewer, """mutation { createBranch(input: { name: "x" }) { branch { name } } }""", GraphQLResponse))
            .ShouldBe(HttpStatusCode.Forbidden);
        (await CodeAsync(server, viewer, "{ unknown }", GraphQLResponse)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_refused_field_among_others_is_null_with_a_located_error()
    {
        var (server, viewer) = (shared.Server, await shared.TokenAsync("viewer", "vera"));
        using var response = await SendAsync(server, HttpMethod.Post, "/graphql", viewer, "{ me { subject } log: auditEntries { totalCount } }", GraphQLResponse);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        answer.GetProperty("data").GetProperty("me").GetProperty("subject").GetString().ShouldBe("vera");
        answer.GetProperty("data").GetProperty("log").ValueKind.ShouldBe(JsonValueKind.Null);
        var error = answer.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("path")[0].GetString().ShouldBe("log");
        error.GetProperty("locations")[0].GetProperty("column").GetInt32().ShouldBe(18);
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("AUTH_NOT_AUTHORIZED");
    }

    [Theory]
    [InlineData("POST", "/graphql")]
    [InlineData("POST", "/graphql/")]
    [InlineData("POST", "/GraphQL/")]
    [InlineData("GET", "/graphql?query={__typename}")]
    [InlineData("GET", "/graphql/?query={__typename}")]
    public async Task Nothing_runs_without_a_token_however_the_address_is_written(string method, string address)
    {
        foreach (var accept in new[] { GraphQLResponse, Legacy })
        {
            using var response = await SendAsync(shared.Server, new HttpMethod(method), address, null, "{ __typename }", accept);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            response.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
            (await response.Content.ReadAsStringAsync()).ShouldContain("AUTH_NOT_AUTHENTICATED");
        }
    }

    private static async Task<HttpStatusCode> CodeAsync(ServerProcess server, string token, string query, string accept)
    {
        using var response = await SendAsync(server, HttpMethod.Post, "/graphql", token, query, accept);
        if (accept == Legacy || response.StatusCode == HttpStatusCode.Forbidden)
            (await response.Content.ReadAsStringAsync()).ShouldContain("AUTH_NOT_AUTHORIZED");
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        ServerProcess server, HttpMethod method, string address, string? token, string query, string accept)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post)
            request.Content = JsonContent.Create(new { query });
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd(accept);
        return await server.Client.SendAsync(request);
    }
}
