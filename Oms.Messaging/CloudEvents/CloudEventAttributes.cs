using System.Globalization;
using Oms.Domain.Events;

namespace Oms.Messaging.CloudEvents;

/// <summary>
/// The context attributes of an event (CloudEvents 1.0.2, section 3; domain.md 5.1). Extension names have no prefix of their own and are
/// lower-case letters and digits only, as the specification demands.
/// </summary>
public static class CloudEventAttributes
{
    /// <summary>The version of the specification.</summary>
    public const string SpecVersion = "1.0";

    /// <summary>The content type of the data.</summary>
    public const string DataContentType = "application/json";

    /// <summary>The extension with the event's number in the log: rises without gaps, so that a consumer sees what it misses.</summary>
    public const string Sequence = "sequence";

    /// <summary>The attributes of an event, in the order in which they are written; those without a value are left out.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(EventRecord record)
    {
        yield return new("specversion", SpecVersion);
        yield return new("id", record.Id);
        yield return new("type", record.Type);
        yield return new("source", SourceOf(record));
        yield return new("subject", record.Subject);
        yield return new("time", record.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        yield return new("datacontenttype", DataContentType);
        yield return new(Sequence, record.Sequence.ToString(CultureInfo.InvariantCulture));
        yield return new("author", record.Author);
        yield return new("correlationid", record.CorrelationId);
        if (record.Branch is { } branch)
            yield return new("branch", branch);
        if (record.Commit is { } commit)
            yield return new("commit", commit);
    }

    // A URI reference: names of branches may hold what a path may not.
    private static string SourceOf(EventRecord record) =>
        record.Branch is { } branch ? "/oms/" + string.Join('/', branch.Split('/').Select(Uri.EscapeDataString)) : "/oms";
}
