using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>ReplayDeadLettersPayload</c>.</summary>
internal sealed class ReplayDeadLettersPayload(Result<int> result) : SettledPayload(result);
