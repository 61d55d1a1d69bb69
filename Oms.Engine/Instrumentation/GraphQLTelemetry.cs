using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Oms.Engine.Instrumentation;

/// <summary>The source of activities and the meter, to be named to OpenTelemetry by <see cref="Name"/>.</summary>
public static class GraphQLTelemetry
{
    /// <summary>Their name.</summary>
    public const string Name = "Oms.Engine";

    internal static ActivitySource Source { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);

    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>(
        "graphql.server.request.duration", "s", "How long requests take from the transport to the response.");

    internal static UpDownCounter<long> Active { get; } = Meter.CreateUpDownCounter<long>(
        "graphql.server.active_requests", "{request}", "How many requests are executed now.");
}
