using Oms.Messaging.JetStream;
using Oms.Messaging.Outbox;

namespace Oms.Messaging.Inbox;

/// <summary>Where incoming events are kept until they are taken, and how often one is tried.</summary>
public sealed record InboxOptions
{
    /// <summary>What the dead letters of this inbox are filed under.</summary>
    public required string Name { get; init; }

    /// <summary>The stream, made when it is not there.</summary>
    public required string Stream { get; init; }

    /// <summary>The subjects that it keeps.</summary>
    public required string Subject { get; init; }

    /// <summary>The name under which the broker remembers how far this inbox is; every server on one database uses the same.</summary>
    public required string Durable { get; init; }

    /// <summary>How long an acknowledgement is waited for before an event is given again: the longest pause after a server was killed.</summary>
    public TimeSpan AckWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the stream keeps an event.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>On how many servers the stream is kept.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>How often an event whose handling fails is tried, and when.</summary>
    public RetryPolicy Retries { get; init; } = new(5, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), 2, 0.5);

    internal StreamConfiguration StreamConfiguration => new() { Name = Stream, Subjects = [Subject], MaxAge = MaxAge, Replicas = Replicas };

    // One event under way at a time, whichever server has it: the completion of an indexing can not overtake its start, nor pass it while that is tried again.
    internal ConsumerConfiguration ConsumerConfiguration => new()
    {
        DurableName = Durable, FilterSubject = Subject, AckWait = AckWait, MaxAckPending = 1,
    };
}
