using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Journeys;

/// <summary>A page that asks the same again and again sends a hash, and is sent only what is new.</summary>
public sealed class PersistedOperationTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Document = "query Types($branch: String!) { ontology(branch: $branch) { objectTypes(first: 100) { totalCount nodes { name displayName } } } }";

    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));

    [Fact]
    public async Task The_answer_to_a_hash_has_an_ETag_that_changes_with_a_commit_and_only_then()
    {
        await server.BranchAsync("tags");
        await server.CommitAsync("tags", Enumerable.Range(0, 40).Select(i => (object)new { createObjectType = new { name = $"Type{i:D2}" } }).ToArray());
        using var first = await SendAsync(HttpMethod.Post, "/graphql", JsonSerializer.Serialize(
            new { query = Document, variables = new { branch = "tags" }, extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash } } }));
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var address = $"/graphql/persisted/{Hash}/Types?variables={Uri.EscapeDataString("{\"branch\":\"tags\"}")}";
        using var answer = await SendAsync(HttpMethod.Get, address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var tag = answer.Headers.ETag.ShouldNotBeNull().ToString();
        using var same = await SendAsync(HttpMethod.Get, address, null, ("If-None-Match", tag));
        same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await same.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        await server.CommitAsync("tags", new { createObjectType = new { name = "New" } });
        using var changed = await SendAsync(HttpMethod.Get, address, null, ("If-None-Match", tag));
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await changed.Content.ReadAsStringAsync()).ShouldContain("\"New\"");
    }

    [Theory]
    [InlineData("/graphql?documentId=abc")]
    [InlineData("/graphql?id=abc")]
    [InlineData("/graphql/persisted/abc")]
    [InlineData("/GraphQL/Persisted/abc/Types?variables=%7B%7D")]
    public async Task Without_a_token_no_way_to_a_stored_document_answers(string address)
    {
        using var response = await server.Server.Client.GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Answers_are_compressed_for_those_who_ask()
    {
        await server.BranchAsync("large");
        await server.CommitAsync("large", Enumerable.Range(0, 60).Select(i => (object)new { createObjectType = new { name = $"Type{i:D2}" } }).ToArray());
        var body = JsonSerializer.Serialize(new { query = Document, variables = new { branch = "large" } });
        using var plain = await SendAsync(HttpMethod.Post, "/graphql", body);
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        using var small = await SendAsync(HttpMethod.Post, "/graphql", body, ("Accept-Encoding", "br"));
        small.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await small.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan((await plain.Content.ReadAsByteArrayAsync()).Length / 3);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await server.TokenAsync("viewer"));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await server.Server.Client.SendAsync(request);
    }
}
