namespace Oms.Domain.Refusals;

/// <summary>An event has the id of another one that was taken before, but says something else.</summary>
/// <param name="EventId">The id.</param>
public sealed record EventIdReused(string EventId)
    : Refusal("EVENT_ID_REUSED", $"An event of the id '{EventId}' was taken before, for another commit or phase. Give each event an id of its own.");
