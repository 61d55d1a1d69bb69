using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Execution;
using Oms.Engine.Types;

namespace Oms.Engine.Visibility;

/// <summary>
/// Executes each request against the schema that its sender sees. Who fulfils the same demands shares one schema, with its own cache of documents:
/// what is hidden does not exist, for validation, introspection and variables alike. Resolvers and their authorization are those of the whole schema.
/// </summary>
/// <param name="whole">Executes against the whole schema.</param>
/// <param name="rules">What the schema demands.</param>
/// <param name="executorOf">Makes the executor of a smaller schema.</param>
/// <param name="services">The application's services.</param>
internal sealed class VisibilityExecutor(
    IRequestExecutor whole, VisibilityRules rules, Func<Func<string, bool>, IRequestExecutor> executorOf, IServiceProvider services) : IRequestExecutor
{
    // Sets of roles are given by whoever issues tokens, and few; a schema that is thrown away is made again in some milliseconds.
    private const int MaxViews = 32;

    private readonly ConditionalWeakTable<ClaimsPrincipal, IRequestExecutor> byUser = [];
    private readonly ConcurrentDictionary<string, Lazy<IRequestExecutor>> byDemands = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Schema Schema => whole.Schema;

    /// <inheritdoc/>
    public async ValueTask<Schema> GetSchemaAsync(ClaimsPrincipal user, IServiceProvider requestServices, CancellationToken cancellationToken) =>
        (await FindAsync(user, requestServices, cancellationToken)).Schema;

    /// <inheritdoc/>
    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return byUser.TryGetValue(request.Principal, out var known) ? known.ExecuteAsync(request, cancellationToken) : ExecuteFirstAsync(request, cancellationToken);
    }

    private async ValueTask<IExecutionResult> ExecuteFirstAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        var executor = await FindAsync(request.Principal, request.ServicesOr(services), cancellationToken);
        return await executor.ExecuteAsync(request, cancellationToken);
    }

    private async ValueTask<IRequestExecutor> FindAsync(ClaimsPrincipal user, IServiceProvider requestServices, CancellationToken cancellationToken)
    {
        if (byUser.TryGetValue(user, out var known))
            return known;
        var handler = requestServices.GetRequiredService<IAuthorizationHandler>();
        var question = new AuthorizationContext(whole.Schema, user, requestServices, new Dictionary<string, object?>(StringComparer.Ordinal));
        var fulfilled = new bool[rules.Demands.Count];
        for (var i = 0; i < fulfilled.Length; i++)
            fulfilled[i] = await handler.AuthorizeAsync(question, rules.Demands[i], cancellationToken) == AuthorizeResult.Allowed;
        var executor = ExecutorFor(fulfilled);
        byUser.AddOrUpdate(user, executor);
        return executor;
    }

    private IRequestExecutor ExecutorFor(bool[] fulfilled)
    {
        if (Array.TrueForAll(fulfilled, f => f))
            return whole;
        if (byDemands.Count >= MaxViews)
            byDemands.Clear();
        return byDemands.GetOrAdd(
            string.Concat(fulfilled.Select(f => f ? '1' : '0')), _ => new Lazy<IRequestExecutor>(() => executorOf(c => rules.IsHidden(c, fulfilled)))).Value;
    }
}
