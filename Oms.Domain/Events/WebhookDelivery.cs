namespace Oms.Domain.Events;

/// <summary>One attempt to tell a webhook an event.</summary>
public sealed record WebhookDelivery
{
    /// <summary>The event's number in the log; 0 for a test.</summary>
    public long Sequence { get; init; }

    /// <summary>The event's CloudEvents id, which is the <c>webhook-id</c>.</summary>
    public required string EventId { get; init; }

    /// <summary>The event's CloudEvents type.</summary>
    public required string EventType { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How long the answer took, in milliseconds.</summary>
    public int DurationMs { get; init; }

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The beginning of the answer's body, as text; null when there was none.</summary>
    public string? Answer { get; init; }
}
