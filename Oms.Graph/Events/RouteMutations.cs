using System.Collections.Immutable;
using System.Security.Claims;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Engine.Configuration;
using Oms.Graph.Access;
using Oms.Graph.Registry;

namespace Oms.Graph.Events;

/// <summary>The mutations that say which events go where.</summary>
[ExtendObjectType("Mutation")]
internal static class RouteMutations
{
    public static async Task<SetEventRoutePayload> SetEventRouteAsync(
        SetEventRouteInput input, ClaimsPrincipal user, Caller caller, EventTargets targets, OntologyRegistry registry, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var set = new SetEventRoute(input.ToRoute());
        return new(await WriteAsync(context, set.Attempt, registry, DecideAsync, cancellationToken));

        // The last number is read before the table, and the table is compared when it is written.
        async ValueTask<Result<Change>> DecideAsync(CancellationToken token)
        {
            var last = await registry.Store.GetLastSequenceAsync(token);
            return set.Decide(context, await targets.RoutesAsync(token), await targets.NamesAsync(token), last);
        }
    }

    public static async Task<RemoveEventRoutePayload> RemoveEventRouteAsync(
        RemoveEventRouteInput input, ClaimsPrincipal user, Caller caller, EventTargets targets, OntologyRegistry registry, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var remove = new RemoveEventRoute(input.Name, input.Reason);
        return new(await WriteAsync(context, remove.Attempt, registry, DecideAsync, cancellationToken));

        async ValueTask<Result<Change>> DecideAsync(CancellationToken token)
        {
            var last = await registry.Store.GetLastSequenceAsync(token);
            return remove.Decide(context, await targets.RoutesAsync(token), last);
        }
    }

    private static ValueTask<Result<ImmutableArray<EventRoute>>> WriteAsync(
        CommandContext context,
        RefusedAttempt attempt,
        OntologyRegistry registry,
        Func<CancellationToken, ValueTask<Result<Change>>> decide,
        CancellationToken cancellationToken)
    {
        return registry.ExecuteAsync<ImmutableArray<EventRoute>>(context, RouteTable.DocumentKind, attempt, DecideAsync, null, cancellationToken);

        async ValueTask<Result<Decided<ImmutableArray<EventRoute>>>> DecideAsync(CancellationToken token)
        {
            var decision = await decide(token);
            return decision.IsOk ? new Decided<ImmutableArray<EventRoute>>(decision.Value, () => Read(decision.Value)) : decision.Refusals;
        }
    }

    private static ImmutableArray<EventRoute> Read(Change change) => CanonicalJson.Read<RouteTable>(change.Documents[0].Content.Span).Current();
}
