using System.Diagnostics.Metrics;

namespace Oms.Messaging.Inbox;

/// <summary>What the inboxes of this process did.</summary>
internal static class InboxMetrics
{
    private static readonly Meter Meter = new("Oms.Messaging");

    internal static readonly Counter<long> Taken = Meter.CreateCounter<long>("oms.inbox.taken", description: "Incoming events that were taken and acknowledged, repeats included.");

    internal static readonly Counter<long> Failures = Meter.CreateCounter<long>("oms.inbox.failures", description: "Attempts to take an incoming event that failed.");

    internal static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>("oms.inbox.dead_letters", description: "Incoming events that became dead letters.");

    internal static readonly Gauge<long> Pending = Meter.CreateGauge<long>("oms.inbox.pending", description: "Incoming events that wait at the broker.");
}
