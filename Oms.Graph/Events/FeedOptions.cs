namespace Oms.Graph.Events;

/// <summary>The bounds of the feeds; configuration section <c>Subscriptions</c>.</summary>
internal sealed record FeedOptions
{
    /// <summary>Entries kept for one subscriber that is slower than the log grows; with more, it is told to resync.</summary>
    public int MaxBuffered { get; init; } = 256;

    /// <summary>Entries that a subscriber is given again at most after a pause; with more, it is told to resync.</summary>
    public int MaxReplayed { get; init; } = 10_000;

    /// <summary>Entries read from the store at once.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>How often the store is asked for news that no doorbell has told of.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);
}
