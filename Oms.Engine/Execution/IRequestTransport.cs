namespace Oms.Engine.Execution;

/// <summary>
/// What a transport has for a request and makes only when it is asked for.
/// </summary>
internal interface IRequestTransport
{
    /// <summary>The services of the request.</summary>
    IServiceProvider Services { get; }

    /// <summary>Whether its services are those of the application that the executor was built in, so that singletons need not be asked of a scope.</summary>
    bool IsOfApplication { get; }

    /// <summary>Cancelled when the client has gone away.</summary>
    CancellationToken Aborted { get; }
}
