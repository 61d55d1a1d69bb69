using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Oms.Graph.Metrics;

/// <summary>
/// Listens to the meters of this program and of ASP.NET Core and writes them in the Prometheus text format (version 0.0.4). No exporter
/// package restores here; this is the least that does the job. Labels come from code, never from clients: at most
/// <see cref="MaxSeries"/> lines are kept, and what is dropped is counted.
/// </summary>
internal sealed class PrometheusExposition : IDisposable
{
    /// <summary>The content type of the format.</summary>
    internal const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private const int MaxSeries = 5_000;

    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> series = new();
    private long dropped;

    /// <summary>Starts to listen.</summary>
    public PrometheusExposition()
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (IsWanted(instrument.Meter.Name))
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Take(i, v, tags));
        listener.SetMeasurementEventCallback<float>((i, v, tags, _) => Take(i, v, tags));
        listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Take(i, v, tags));
        listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Take(i, v, tags));
        listener.Start();
    }

    /// <summary>Everything measured so far.</summary>
    internal string Write()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var group in series.GroupBy(s => s.Key.Instrument).OrderBy(g => g.Key.Name, StringComparer.Ordinal))
            WriteInstrument(text, group.Key, group.Select(s => (s.Key.Labels, s.Value)));
        text.Append("# TYPE oms_metrics_dropped_total counter\noms_metrics_dropped_total ").Append(Interlocked.Read(ref dropped)).Append('\n');
        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private static bool IsWanted(string meter) =>
        meter.StartsWith("Oms.", StringComparison.Ordinal) || meter is "Microsoft.AspNetCore.Hosting" or "Microsoft.AspNetCore.Server.Kestrel" or "System.Runtime";

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (instrument, Labels(tags));
        if (!series.TryGetValue(key, out var line))
        {
            if (series.Count >= MaxSeries)
            {
                Interlocked.Increment(ref dropped);
                return;
            }

            line = series.GetOrAdd(key, _ => new Series());
        }

        if (IsHistogram(instrument))
            line.Record(value);
        else if (instrument.IsObservable || IsGauge(instrument))
            line.Set(value);
        else
            line.Add(value);
    }

    private static bool IsHistogram(Instrument instrument) => instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal);

    private static bool IsGauge(Instrument instrument) => instrument.GetType().Name.Contains("Gauge", StringComparison.Ordinal);

    private static bool IsMonotonic(Instrument instrument) =>
        instrument.GetType().Name.StartsWith("Counter", StringComparison.Ordinal) || instrument.GetType().Name.StartsWith("ObservableCounter", StringComparison.Ordinal);

    private static void WriteInstrument(StringBuilder text, Instrument instrument, IEnumerable<(string Labels, Series Series)> lines)
    {
        var name = NameOf(instrument);
        var type = IsHistogram(instrument) ? "histogram" : IsMonotonic(instrument) ? "counter" : "gauge";
        if (!string.IsNullOrEmpty(instrument.Description))
            text.Append("# HELP ").Append(name).Append(' ').Append(instrument.Description.ReplaceLineEndings(" ")).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        foreach (var (labels, line) in lines.OrderBy(l => l.Labels, StringComparer.Ordinal))
        {
            if (type == "histogram")
                WriteHistogram(text, name, labels, line);
            else
                WriteLine(text, name, labels, line.Value);
        }
    }

    private static void WriteHistogram(StringBuilder text, string name, string labels, Series line)
    {
        var (cumulative, count, sum) = line.Read();
        var prefix = labels.Length == 0 ? "" : labels + ",";
        for (var i = 0; i < cumulative.Length; i++)
            WriteLine(text, name + "_bucket", $"{prefix}le=\"{Series.Bounds[i].ToString(CultureInfo.InvariantCulture)}\"", cumulative[i]);
        WriteLine(text, name + "_bucket", prefix + "le=\"+Inf\"", count);
        WriteLine(text, name + "_sum", labels, sum);
        WriteLine(text, name + "_count", labels, count);
    }

    private static void WriteLine(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string NameOf(Instrument instrument)
    {
        var name = Clean(instrument.Name);
        if (instrument.Unit == "s")
            name += "_seconds";
        else if (instrument.Unit == "By")
            name += "_bytes";
        return IsMonotonic(instrument) && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return string.Empty;
        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            if (text.Length > 0)
                text.Append(',');
            var words = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text.Append(Clean(key)).Append("=\"")
                .Append(words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal))
                .Append('"');
        }

        return text.ToString();
    }

    private static string Clean(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_'));
}
