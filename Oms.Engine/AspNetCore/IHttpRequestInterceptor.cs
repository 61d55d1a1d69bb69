using Microsoft.AspNetCore.Http;

namespace Oms.Engine.AspNetCore;

/// <summary>Looks at an HTTP request before its operation runs.</summary>
public interface IHttpRequestInterceptor
{
    /// <summary>Adds global state, which resolvers reach through <c>[GlobalState]</c>.</summary>
    /// <param name="context">The HTTP request.</param>
    /// <param name="contextData">The state of the GraphQL request; one for all requests of a batch.</param>
    /// <param name="cancellationToken">Cancelled when the client goes away.</param>
    /// <returns>A task.</returns>
    public ValueTask OnCreateAsync(HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken);
}
