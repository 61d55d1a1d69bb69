using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Oms.Engine.Configuration;
using Oms.Engine.PersistedOperations;
using Oms.Engine.Tests.AspNetCore;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.PersistedOperations;

public sealed class PersistedOperationTests : IDisposable
{
    private const string Sdl = "type Query { hello(name: String = \"world\"): String } type Mutation { touch: Int }";
    private const string Hello = "query Hello($name: String) { hello(name: $name) }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("documents");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_client_sends_the_hash_then_the_document_once_and_then_the_hash_alone()
    {
        await using var host = await StartAsync(graph => graph.UseAutomaticPersistedOperationPipeline());
        using var unknown = await host.PostAsync(Apq(null, Hash(Hello)));
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = (await ReadAsync(unknown)).GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe("PersistedQueryNotFound");
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("HC0020");
        await AnswersAsync(host, Apq(Hello, Hash(Hello)), "hello world");
        await AnswersAsync(host, Apq(null, Hash(Hello)), "hello world");
        using var byGet = await host.Client.GetAsync($"/graphql?extensions={Uri.EscapeDataString(Extensions(Hash(Hello)))}&variables={Uri.EscapeDataString("{\"name\":\"ann\"}")}");
        (await byGet.Content.ReadAsStringAsync()).ShouldContain("hello ann");
    }

    [Fact]
    public async Task A_hash_that_is_not_the_documents_is_refused_and_nothing_is_kept()
    {
        var storage = new InMemoryOperationDocumentStorage();
        await using var host = await StartAsync(graph => graph.UseAutomaticPersistedOperationPipeline().AddOperationDocumentStorage(_ => storage));
        (await CodeAsync(host, Apq(Hello, Hash("{ other }")))).ShouldBe(PersistedOperationErrorCodes.HashMismatch);
        (await CodeAsync(host, Apq(Hello, "x"))).ShouldBe(PersistedOperationErrorCodes.HashMismatch);
        (await CodeAsync(host, Apq("{ unknown }", Hash("{ unknown }")))).ShouldBe("HC0016");
        using var mutation = await host.Client.GetAsync($"/graphql?query={Uri.EscapeDataString("mutation { touch }")}&extensions={Uri.EscapeDataString(Extensions(Hash("mutation { touch }")))}");
        mutation.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        storage.Count.ShouldBe(0);
    }

    [Fact]
    public async Task The_store_in_memory_is_bounded_and_gives_up_the_oldest()
    {
        await using var host = await StartAsync(graph => graph.UseAutomaticPersistedOperationPipeline().AddInMemoryOperationDocumentStorage(4));
        for (var i = 0; i < 6; i++)
            await AnswersAsync(host, Apq($"{{ a{i}: hello }}", Hash($"{{ a{i}: hello }}")), "hello world");
        (await CodeAsync(host, Apq(null, Hash("{ a0: hello }")))).ShouldBe("HC0020");
        await AnswersAsync(host, Apq(null, Hash("{ a5: hello }")), "hello world");
    }

    [Fact]
    public async Task Trusted_documents_come_from_the_folder_and_a_document_of_ones_own_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "hello-1.graphql"), Hello);
        File.WriteAllText(Path.Combine(_folder.FullName, Hash(Hello) + ".graphql"), Hello);
        await using var host = await StartAsync(graph => Trusted(graph));
        await AnswersAsync(host, """{"documentId":"hello-1","variables":{"name":"ann"}}""", "hello ann");
        await AnswersAsync(host, """{"id":"hello-1"}""", "hello world");
        await AnswersAsync(host, $$"""{"documentId":"sha256:{{Hash(Hello)}}"}""", "hello world");
        (await CodeAsync(host, JsonSerializer.Serialize(new { query = Hello }))).ShouldBe("HC0067");
        (await CodeAsync(host, Apq(Hello, Hash(Hello)))).ShouldBe("HC0067");
        foreach (var id in new[] { "unknown", "../hello-1", "hello-1.graphql", "", "a/b", new string('a', 200), "..%2fhello-1" })
            (await CodeAsync(host, JsonSerializer.Serialize(new { documentId = id }))).ShouldBe("HC0020");
    }

    [Fact]
    public async Task A_trusted_document_may_come_along_where_that_is_allowed_and_a_right_lifts_the_rule()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, Hash(Hello) + ".graphql"), Hello);
        await using var host = await StartAsync(graph =>
        {
            Trusted(graph).ModifyRequestOptions(o => o.PersistedOperations.AllowDocumentBody = true);
            graph.AddHttpRequestInterceptor<DeveloperRight>();
        });
        await AnswersAsync(host, JsonSerializer.Serialize(new { query = Hello }), "hello world");
        (await CodeAsync(host, JsonSerializer.Serialize(new { query = "{ hello }" }))).ShouldBe("HC0067");
        using var developer = await host.PostAsync(JsonSerializer.Serialize(new { query = "{ hello }" }), ("x-developer", "1"));
        (await developer.Content.ReadAsStringAsync()).ShouldContain("hello world");
    }

    [Fact]
    public async Task Each_operation_has_an_address_with_an_ETag_that_answers_304()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "greet.graphql"), Hello + " query Other { hello(name: \"other\") } mutation Touch { touch }");
        await using var host = await StartAsync(graph => Trusted(graph));
        using var first = await host.Client.GetAsync("/graphql/persisted/greet/Hello?variables=%7B%22name%22%3A%22ann%22%7D");
        (await first.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"hello":"hello ann"}}""");
        var tag = first.Headers.ETag!;
        first.Headers.Vary.ShouldBe(["Accept", "Authorization"]);
        (await StatusAsync(host, "/graphql/persisted/greet/Hello?variables=%7B%22name%22%3A%22ann%22%7D", tag.ToString())).ShouldBe((304, 0));
        (await StatusAsync(host, "/graphql/persisted/greet/Hello", tag.ToString())).Status.ShouldBe(200);
        (await StatusAsync(host, "/graphql/persisted/greet/Other", tag.ToString())).Status.ShouldBe(200);
        (await StatusAsync(host, "/graphql/persisted/greet/Other", "*")).ShouldBe((304, 0));
        (await StatusAsync(host, "/graphql/persisted/greet/Touch", null)).Status.ShouldBe(405);
        (await StatusAsync(host, "/graphql/persisted/greet", null)).Status.ShouldBe(400);
        using var post = await host.Client.PostAsync("/graphql/persisted/greet/Hello", Json("""{"variables":{"name":"bob"}}"""));
        (await post.Content.ReadAsStringAsync()).ShouldContain("hello bob");
        using var other = await host.Client.PostAsync("/graphql/persisted/greet/Hello", Json("""{"query":"{ hello }"}"""));
        other.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var simple = await host.Client.PostAsync("/graphql/persisted/greet/Touch", new StringContent("{}", Encoding.UTF8, "text/plain"));
        simple.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task An_ETag_is_of_one_media_type_and_streams_have_none()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "greet.graphql"), Hello);
        await using var host = await StartAsync(graph => Trusted(graph));
        var tag = await TagAsync("application/graphql-response+json");

        tag.ShouldNotBeNull();
        (await TagAsync("application/graphql-response+json")).ShouldBe(tag);
        (await TagAsync("application/json")).ShouldNotBe(tag);
        (await TagAsync("text/event-stream")).ShouldBeNull();
        (await TagAsync("application/jsonl")).ShouldBeNull();

        async Task<string?> TagAsync(string accept)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/persisted/greet/Hello") { Headers = { { "Accept", accept } } };
            using var response = await host.Client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            return response.Headers.ETag?.Tag;
        }
    }

    [Fact]
    public async Task A_server_without_a_store_says_so_in_the_words_that_Apollos_clients_know()
    {
        await using var host = await StartAsync(_ => { });
        using var response = await host.PostAsync(Apq(null, Hash(Hello)));
        (await ReadAsync(response)).GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe("PersistedQueryNotSupported");
        await AnswersAsync(host, Apq(Hello, Hash(Hello)), "hello world");
    }

    private IRequestExecutorBuilder Trusted(IRequestExecutorBuilder graph) => graph
        .UsePersistedOperationPipeline()
        .AddFileSystemOperationDocumentStorage(_folder.FullName)
        .ModifyRequestOptions(o => o.PersistedOperations.OnlyAllowPersistedDocuments = true);

    private static Task<SchemaHost> StartAsync(Action<IRequestExecutorBuilder> configure) => SchemaHost.StartAsync(
        Sdl,
        graph => configure(graph.AddResolver("Query", "hello", (string name) => "hello " + name).AddResolver("Mutation", "touch", () => 1)),
        application =>
        {
            application.MapGraphQL();
            application.MapGraphQLPersistedOperations();
        });

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static string Extensions(string hash) => $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""";

    private static string Apq(string? document, string hash) =>
        document is null ? $$"""{"extensions":{{Extensions(hash)}}}""" : $$"""{"query":{{JsonSerializer.Serialize(document)}},"extensions":{{Extensions(hash)}}}""";

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;

    private static async Task AnswersAsync(SchemaHost host, string body, string expected)
    {
        using var response = await host.PostAsync(body);
        (await response.Content.ReadAsStringAsync()).ShouldContain(expected);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string?> CodeAsync(SchemaHost host, string body)
    {
        using var response = await host.PostAsync(body);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return (await ReadAsync(response)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }

    private static async Task<(int Status, int Length)> StatusAsync(SchemaHost host, string address, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await host.Client.SendAsync(request);
        return ((int)response.StatusCode, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    private sealed class DeveloperRight : IHttpRequestInterceptor
    {
        public ValueTask OnCreateAsync(HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken)
        {
            if (context.Request.Headers.ContainsKey("x-developer"))
                contextData.AllowNonPersistedOperation();
            return ValueTask.CompletedTask;
        }
    }
}
