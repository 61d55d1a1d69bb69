using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Access;

/// <summary>
/// Who may call what, for every role and every root field of the served schema, through the door. The oracle <c>matrix.csv</c> is
/// written by hand: a matrix made from the directives would only prove that the directives are what they are.
/// </summary>
public sealed class MatrixTests
{
    private static readonly string[] Roles = ["admin", "developer", "reviewer", "viewer", "service_account", "auditor"];

    [Fact]
    public async Task Every_role_may_call_exactly_what_the_matrix_says()
    {
        var oracle = ReadOracle();
        await using var server = await ServerProcess.StartAsync();
        var fields = (await RootFields.ReadAsync(server, await server.TokenAsync("viewer"))).All().ToArray();
        fields.Select(f => $"{f.Kind}.{f.Name}").Order().ShouldBe(oracle.Keys.Order(), "matrix.csv has one line for each root field");

        List<string> wrong = [];
        foreach (var role in Roles)
        {
            var token = await server.TokenAsync(role);
            foreach (var (kind, name, document) in fields)
            {
                var allowed = await IsAllowedAsync(server, token, kind, document);
                if (allowed != oracle[$"{kind}.{name}"].Contains(role))
                    wrong.Add($"{role} {kind}.{name}: {(allowed ? "allowed" : "denied")}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_token_every_root_field_is_401()
    {
        await using var server = await ServerProcess.StartAsync();
        foreach (var (_, name, document) in (await RootFields.ReadAsync(server, await server.TokenAsync("viewer"))).All())
        {
            using var response = await PostAsync(server, null, document, "application/graphql-response+json");
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, name);
        }
    }

    // Everything but the refusal of authorization counts as allowed: the arguments are made up, so most answers are other refusals.
    private static async Task<bool> IsAllowedAsync(ServerProcess server, string token, string kind, string document)
    {
        using var response = await PostAsync(server, token, document, kind == "subscription" ? "text/event-stream" : "application/graphql-response+json");
        var text = await FirstTextAsync(response);
        if (text.Contains("AUTH_NOT_AUTHORIZED", StringComparison.Ordinal))
            return false;
        ((int)response.StatusCode).ShouldBe(200, $"{document}: {text}");
        return true;
    }

    // A subscription that is allowed stays silent: half a second without a refusal is its answer.
    private static async Task<string> FirstTextAsync(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
            return await response.Content.ReadAsStringAsync();
        var stream = await response.Content.ReadAsStreamAsync();
        var text = new StringBuilder();
        var buffer = new byte[4096];
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, patience.Token)) > 0)
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (OperationCanceledException)
        {
            // Silence.
        }

        return text.ToString();
    }

    private static Task<HttpResponseMessage> PostAsync(ServerProcess server, string? token, string document, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query = document }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd(accept);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static Dictionary<string, HashSet<string>> ReadOracle() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Access", "matrix.csv")).Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split(',')).ToDictionary(c => c[0], c => c[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
}
