using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>DiscardDeadLettersPayload</c>.</summary>
internal sealed class DiscardDeadLettersPayload(Result<int> result) : SettledPayload(result);
