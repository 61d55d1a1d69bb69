using System.Diagnostics.Metrics;

namespace Oms.Messaging.Outbox;

/// <summary>What the relays of this process did.</summary>
internal static class RelayMetrics
{
    private static readonly Meter Meter = new("Oms.Messaging");

    internal static readonly Counter<long> Delivered = Meter.CreateCounter<long>("oms.outbox.delivered", description: "Events that a target has acknowledged.");

    internal static readonly Counter<long> Failures = Meter.CreateCounter<long>("oms.outbox.failures", description: "Attempts to deliver that failed.");

    internal static readonly Counter<long> Refills = Meter.CreateCounter<long>("oms.outbox.refills", description: "Times that a target had lost what it had acknowledged and was told again.");

    internal static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>("oms.outbox.dead_letters", description: "Events given up for a target.");

    internal static readonly Gauge<long> Lag = Meter.CreateGauge<long>("oms.outbox.lag", description: "Events that a target has not acknowledged yet.");
}
