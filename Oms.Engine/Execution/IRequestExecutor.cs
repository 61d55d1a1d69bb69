using System.Security.Claims;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>Runs GraphQL requests against one schema. One instance serves all requests of a process and may be called concurrently.</summary>
public interface IRequestExecutor
{
    /// <summary>The schema requests are executed against.</summary>
    public Schema Schema { get; }

    /// <summary>The schema as somebody sees it: <see cref="Schema"/>, unless <see cref="Configuration.SchemaOptions.EnableFieldVisibility"/> hides some of it.</summary>
    /// <param name="user">Who sees it.</param>
    /// <param name="requestServices">Services of the request.</param>
    /// <param name="cancellationToken">Ends the decisions on what is seen.</param>
    /// <returns>The schema.</returns>
    public ValueTask<Schema> GetSchemaAsync(ClaimsPrincipal user, IServiceProvider requestServices, CancellationToken cancellationToken) => ValueTask.FromResult(Schema);

    /// <summary>
    /// Parses, validates and executes one request (spec 6.1). Everything a client can get wrong comes back as an
    /// <see cref="OperationResult"/> with errors; an exception means that the engine or a dependency is broken.
    /// </summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the execution, for instance when the client has gone away.</param>
    /// <returns>
    /// An <see cref="OperationResult"/> for queries and mutations, a <see cref="ResponseStream"/> for subscriptions that started.
    /// The caller disposes it, which gives the response's buffers back.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default);
}
