using Oms.Domain.Events;

namespace Oms.Graph.Events;

/// <summary>An event with what it is to subscribers, made once for all of them.</summary>
/// <param name="Record">The event.</param>
/// <param name="Message">A <see cref="BranchStateChange"/> or <see cref="BranchUpdate"/>; null when it is told to none.</param>
internal sealed record LoggedEvent(EventRecord Record, object? Message)
{
    /// <summary>Reads an event of the log.</summary>
    internal static LoggedEvent Of(EventRecord record) => new(record, record.Type switch
    {
        EventTypes.BranchStateChanged => new BranchStateChange(record),
        EventTypes.BranchUpdated or EventTypes.BranchCreated => BranchUpdate.Of(record),
        _ => null,
    });
}
