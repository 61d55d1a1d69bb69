using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Oms.Samples.Funnel;

/// <summary>Asks the registry over GraphQL.</summary>
internal sealed class RegistryClient : IDisposable
{
    private readonly HttpClient client;

    internal RegistryClient(Uri server, string token)
    {
        client = new HttpClient { BaseAddress = server };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.Accept.ParseAdd("application/graphql-response+json");
    }

    public void Dispose() => client.Dispose();

    /// <summary>The data of an answer.</summary>
    /// <exception cref="RefusedException">The answer has errors.</exception>
    internal async Task<JsonElement> AskAsync(string query, object variables)
    {
        using var response = await client.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), new { query, variables });
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        return answer.TryGetProperty("errors", out var errors) ? throw new RefusedException(errors[0].GetProperty("message").GetString()!) : answer.GetProperty("data");
    }

    /// <summary>The payload of a mutation.</summary>
    /// <exception cref="RefusedException">It was refused.</exception>
    internal async Task<JsonElement> ChangeAsync(string field, string selection, Dictionary<string, object?> input)
    {
        var type = char.ToUpperInvariant(field[0]) + field[1..] + "Input";
        var data = await AskAsync($"mutation ($input: {type}!) {{ {field}(input: $input) {{ {selection} errors {{ ... on Error {{ code message }} }} }} }}", new { input });
        var payload = data.GetProperty(field);
        return payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
            ? throw new RefusedException($"{errors[0].GetProperty("code")}: {errors[0].GetProperty("message")}")
            : payload;
    }
}
