using Oms.Messaging.JetStream;

namespace Oms.Messaging.Outbox;

/// <summary>Which stream keeps the events, and how (domain.md 5.2; limits retention, for several consumers read the same events).</summary>
public sealed record NatsTargetOptions
{
    /// <summary>The first token of every subject.</summary>
    public string SubjectPrefix { get; init; } = "oms";

    /// <summary>The stream.</summary>
    public string Stream { get; init; } = "OMS_EVENTS";

    /// <summary>How long it keeps events.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(7);

    /// <summary>On how many servers it is kept.</summary>
    public int Replicas { get; init; } = 1;

    internal StreamConfiguration Configuration => new()
    {
        Name = Stream, Subjects = [SubjectPrefix + ".>"], MaxAge = MaxAge, Replicas = Replicas, MaxMessageBytes = 1024 * 1024,
    };
}
