using System.Collections.Immutable;
using Oms.Domain.Events;
using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>RemoveEventRoutePayload</c>.</summary>
internal sealed class RemoveEventRoutePayload(Result<ImmutableArray<EventRoute>> result) : EventRoutesPayload(result);
