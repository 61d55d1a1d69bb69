using Oms.Domain.Indexing;

namespace Oms.Domain.Events;

/// <summary>The data of <see cref="EventTypes.IndexStateChanged"/> and <see cref="EventTypes.IndexSwitched"/>.</summary>
/// <param name="Id">The shadow index.</param>
/// <param name="Type">What it is for.</param>
/// <param name="From">The state before; null for one that was begun.</param>
/// <param name="To">The state now.</param>
/// <param name="Error">What went wrong; null where nothing did.</param>
public sealed record ShadowIndexData(string Id, ShadowIndexType Type, ShadowState? From, ShadowState To, string? Error);
