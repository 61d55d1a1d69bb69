using System.Text.Json;
using Oms.Graph.Tests.Door;

namespace Oms.Benchmarks;

/// <summary>A server whose main branch holds this many members, in object types of a hundred properties each.</summary>
internal sealed class SeededServer : IAsyncDisposable
{
    private const int PropertiesOfType = 100;
    private const int TypesOfCommit = 50;

    private SeededServer(ServerProcess server, string token, int members)
    {
        Server = server;
        Token = token;
        Members = members;
    }

    public ServerProcess Server { get; }

    public string Token { get; }

    public int Members { get; }

    /// <summary>Starts and fills one.</summary>
    public static async Task<SeededServer> StartAsync(int members)
    {
        var server = await ServerProcess.StartAsync();
        var seeded = new SeededServer(server, await server.TokenAsync("admin", "bench"), members);
        for (var first = 0; first < members / PropertiesOfType; first += TypesOfCommit)
            await seeded.FillAsync(first, Math.Min(TypesOfCommit, members / PropertiesOfType - first));
        return seeded;
    }

    /// <summary>Sends a mutation and demands that it was not refused.</summary>
    public async Task<JsonElement> MutateAsync(string field, string query, object variables)
    {
        var answer = await Server.QueryAsync(Token, query, variables);
        return answer.TryGetProperty("data", out var data) && data.GetProperty(field).GetProperty("errors").ValueKind == JsonValueKind.Null
            ? data.GetProperty(field)
            : throw new InvalidOperationException(answer.GetRawText());
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private Task FillAsync(int first, int count)
    {
        var operations = Enumerable.Range(first, count).Select(t => new
        {
            createObjectType = new
            {
                id = $"ot-seed-{t}",
                name = $"Seed{t}",
                properties = Enumerable.Range(0, PropertiesOfType).Select(p => new { name = $"property{p}", type = new { dataType = "string" } }),
            },
        });
        return MutateAsync("commit",
            "mutation ($operations: [OperationInput!]!) { commit(input: { message: \"seed\", issues: [\"OMS-1\"], operations: $operations }) { errors { ... on Error { code message } } } }",
            new { operations });
    }
}
