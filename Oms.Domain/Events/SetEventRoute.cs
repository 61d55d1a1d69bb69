using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Events;

/// <summary>Makes a route, or changes the one of its name.</summary>
/// <param name="Route">The route.</param>
public sealed record SetEventRoute(EventRoute Route)
{
    /// <summary>What to write down when it is refused.</summary>
    public RefusedAttempt Attempt => new(TargetTypes.EventRoute, Route.Name, "set");

    /// <summary>Decides.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="routes">The routes as they stand, with their version.</param>
    /// <param name="targets">The names of the targets there are.</param>
    /// <param name="last">The last number of the log, read before the routes are written.</param>
    public Result<Change> Decide(CommandContext context, (RouteTable Table, long Version) routes, ImmutableArray<string> targets, long last)
    {
        if (!context.May(Right.OutboxManage))
            return NotAuthorized.Lacking(Right.OutboxManage, "to decide where events go");
        var route = Route with { Types = [.. Route.Types.Select(EventTypes.Suffix)] };
        if (Check(route, routes.Table, targets) is { } refusal)
            return refusal;
        var before = routes.Table.Current().FirstOrDefault(r => r.Name == route.Name);
        var after = routes.Table.Current().Where(r => r.Name != route.Name).Append(route);
        return RouteWriting.Write(new Journal(context), routes, last, after, "set", before, route);
    }

    private static Refusal? Check(EventRoute route, RouteTable table, ImmutableArray<string> targets)
    {
        if (TargetName.Check("name", route.Name) is { } name)
            return name;
        foreach (var (field, entries) in new[] { ("types", route.Types), ("branches", route.Branches), ("authors", route.Authors), ("targets", route.Targets) })
        {
            if (entries.Length > EventRoute.MaxEntries)
                return new LimitExceeded(field, EventRoute.MaxEntries, entries.Length, $"A route has at most {EventRoute.MaxEntries} {field}, and this has {entries.Length}.") { Path = [field] };
            if (entries.FirstOrDefault(e => e.Length is 0 or > EventPattern.MaxLength) is { } entry)
                return new ValueOutOfRange($"length of each of {field}", 1, EventPattern.MaxLength, entry.Length) { Path = [field] };
        }

        if (route.Targets.FirstOrDefault(t => !targets.Contains(t)) is { } unknown)
            return new EventTargetNotFound(unknown, targets) { Path = ["targets"] };
        if (route.Targets.Distinct().Count() != route.Targets.Length)
            return new InvalidValue(string.Join(", ", route.Targets), "A route names each target once.") { Path = ["targets"] };
        var count = table.Current().Count(r => r.Name != route.Name) + 1;
        return count > RouteTable.MaxRoutes
            ? new LimitExceeded("routes", RouteTable.MaxRoutes, count, $"There are at most {RouteTable.MaxRoutes} routes; remove one first.")
            : null;
    }
}
