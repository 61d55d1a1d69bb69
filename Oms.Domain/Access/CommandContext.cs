namespace Oms.Domain.Access;

/// <summary>
/// What every decision is given beside its input: who asks, when, and under which correlation id. Time and chance are parameters, so
/// that equal arguments give equal decisions.
/// </summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Now">The moment of the decision, UTC; decisions keep whole milliseconds of it.</param>
/// <param name="CorrelationId">What ties the request, its audit entries, its events and its log lines together.</param>
/// <param name="NewId">Gives a new unique id with each call, for audit entries, events and locks.</param>
public sealed record CommandContext(Actor Actor, DateTimeOffset Now, string CorrelationId, Func<Guid> NewId)
{
    /// <summary>The moment of the decision in UTC and whole milliseconds, which is what is stored.</summary>
    public DateTimeOffset Time { get; } = WholeMilliseconds(Now);

    /// <summary>True when one of the actor's roles has this right.</summary>
    public bool May(Right right) => PermissionTable.Allows(Actor, right);

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
