using Microsoft.AspNetCore.Http;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore;

/// <summary>A request that came by HTTP. ASP.NET Core makes the scope of services and the token when they are first asked for.</summary>
internal sealed class HttpRequestTransport(HttpContext context) : IRequestTransport
{
    /// <inheritdoc/>
    public IServiceProvider Services => context.RequestServices;

    /// <inheritdoc/>
    public bool IsOfApplication => true;

    /// <inheritdoc/>
    public CancellationToken Aborted => context.RequestAborted;
}
