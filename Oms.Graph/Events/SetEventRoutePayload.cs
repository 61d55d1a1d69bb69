using System.Collections.Immutable;
using Oms.Domain.Events;
using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>SetEventRoutePayload</c>.</summary>
internal sealed class SetEventRoutePayload(Result<ImmutableArray<EventRoute>> result) : EventRoutesPayload(result);
