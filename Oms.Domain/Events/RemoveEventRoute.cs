using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Events;

/// <summary>Removes a route.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why, in the actor's words; null where none was given.</param>
public sealed record RemoveEventRoute(string Name, string? Reason)
{
    /// <summary>What to write down when it is refused.</summary>
    public RefusedAttempt Attempt => new(TargetTypes.EventRoute, Name, "remove") { Reason = Reason };

    /// <summary>Decides.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="routes">The routes as they stand, with their version.</param>
    /// <param name="last">The last number of the log, read before the routes are written.</param>
    public Result<Change> Decide(CommandContext context, (RouteTable Table, long Version) routes, long last)
    {
        if (!context.May(Right.OutboxManage))
            return NotAuthorized.Lacking(Right.OutboxManage, "to decide where events go");
        if (routes.Table.Current().FirstOrDefault(r => r.Name == Name) is not { } before)
            return new EventRouteNotFound(Name) { Path = ["name"] };
        return RouteWriting.Write(
            new Journal(context), routes, last, routes.Table.Current().Where(r => r.Name != Name), "remove", before, null, Reason);
    }
}
