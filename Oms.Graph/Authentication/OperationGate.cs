using Microsoft.AspNetCore.Authentication;

namespace Oms.Graph.Authentication;

/// <summary>
/// Lets an operation over HTTP through only with a good token: no token, or a bad one, is 401 before anything is parsed. The page, its
/// files and the contract (<c>?sdl</c>) say nothing about the data and need none; sockets bring theirs in <c>connection_init</c>.
/// </summary>
/// <param name="next">What comes after.</param>
internal sealed class OperationGate(RequestDelegate next)
{
    private static readonly string[] OperationParameters = ["query", "extensions", "id", "documentId"];

    /// <summary>Checks one request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsOperation(context.Request) || context.WebSockets.IsWebSocketRequest)
        {
            await next(context);
            return;
        }

        var result = await context.AuthenticateAsync();
        if (!result.Succeeded)
        {
            await context.ChallengeAsync();
            return;
        }

        context.User = result.Principal;
        await next(context);
    }

    // With whatever follows the address: routing takes "/graphql/" for the same endpoint.
    private static bool IsOperation(HttpRequest request) =>
        request.Path.StartsWithSegments("/graphql", StringComparison.OrdinalIgnoreCase)
        && (HttpMethods.IsPost(request.Method)
            || (HttpMethods.IsGet(request.Method) && (IsPersisted(request.Path) || OperationParameters.Any(request.Query.ContainsKey))));

    private static bool IsPersisted(PathString path) => path.StartsWithSegments("/graphql/persisted", StringComparison.OrdinalIgnoreCase);
}
