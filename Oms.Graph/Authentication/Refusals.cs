using System.Text.Json;

namespace Oms.Graph.Authentication;

/// <summary>Writes a refusal from outside the graph in the graph's own form, so that a client reads every refusal the same way.</summary>
internal static class Refusals
{
    /// <summary>Writes one GraphQL error as the whole response; the status is set before.</summary>
    internal static Task WriteAsync(HttpResponse response, string code, string message)
    {
        var wantsJson = response.HttpContext.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);
        response.ContentType = wantsJson ? "application/json; charset=utf-8" : "application/graphql-response+json; charset=utf-8";
        return response.WriteAsync(JsonSerializer.Serialize(new { errors = new[] { new { message, extensions = new { code } } } }));
    }
}
