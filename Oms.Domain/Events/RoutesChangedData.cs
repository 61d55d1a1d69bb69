using System.Collections.Immutable;

namespace Oms.Domain.Events;

/// <summary>The data of <see cref="EventTypes.RoutesChanged"/>.</summary>
/// <param name="Routes">The routes that hold from this event on, the first to be asked first.</param>
public sealed record RoutesChangedData(ImmutableArray<EventRoute> Routes)
{
    /// <summary>The routes; canonical JSON leaves empty lists out.</summary>
    public ImmutableArray<EventRoute> Routes { get; init; } = Routes.IsDefault ? [] : Routes;
}
