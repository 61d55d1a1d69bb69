using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Oms.Domain.Events;

/// <summary>An event that a target would not take, or one that came in and could not be taken, kept until a person decides (domain.md 5.4).</summary>
public sealed record DeadLetter
{
    /// <summary>The kind of document that holds it.</summary>
    public const string DocumentKind = "dead-letter";

    /// <summary>Refusals in the same words after which a message is poison (domain.md 5.4, counted for each message alone).</summary>
    public const int PoisonAfter = 5;

    /// <summary>The target that refused it; for one that came in, the inbox.</summary>
    public required string Target { get; init; }

    /// <summary>The event's number in the log, which has its content; for one that came in, its number in the stream.</summary>
    public required long Sequence { get; init; }

    /// <summary>The event's CloudEvents id.</summary>
    public required string EventId { get; init; }

    /// <summary>The event's CloudEvents type.</summary>
    public required string EventType { get; init; }

    /// <summary>The event's branch; null where it has none.</summary>
    public string? Branch { get; init; }

    /// <summary>What the target said last.</summary>
    public required string Error { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>How often in a row it was refused in the same words, numbers aside.</summary>
    public int SameErrors { get; init; }

    /// <summary>When it was given up first.</summary>
    public required DateTimeOffset FirstFailure { get; init; }

    /// <summary>When it was tried last.</summary>
    public required DateTimeOffset LastFailure { get; init; }

    /// <summary>What becomes of it.</summary>
    public DeadLetterStatus Status { get; init; }

    /// <summary>The target that handed it on, where the routes say that another is told what it does not take; null where a person is asked.</summary>
    public string? From { get; init; }

    /// <summary>When it is tried next, while it is tried by itself; null for at once.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Who decided that; null while nobody has.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>True when trying again is of no use: it was refused in the same words <see cref="PoisonAfter"/> times in a row.</summary>
    [JsonIgnore]
    public bool IsPoison => SameErrors >= PoisonAfter;

    /// <summary>When the stream took one that came in; null for an event of the log.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>What came in, as it came; empty for an event of the log.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>What came in, as text; null for an event of the log.</summary>
    [JsonIgnore]
    public string? Payload => Received is null ? null : Encoding.UTF8.GetString(Content.Span);

    /// <summary>The key under which it is kept: in the order of targets, then of events.</summary>
    public string Key => KeyOf(Target, Sequence);

    /// <summary>The key of an event at a target.</summary>
    public static string KeyOf(string target, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{target}/{sequence:D19}");
}
