using System.Globalization;

namespace Oms.Domain.Events;

/// <summary>An event that a target would not take, kept until a person decides (domain.md 5.4).</summary>
public sealed record DeadLetter
{
    /// <summary>The kind of document that holds it.</summary>
    public const string DocumentKind = "dead-letter";

    /// <summary>The target that refused it.</summary>
    public required string Target { get; init; }

    /// <summary>The event's number in the log, which has its content.</summary>
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

    /// <summary>When it was given up first.</summary>
    public required DateTimeOffset FirstFailure { get; init; }

    /// <summary>When it was tried last.</summary>
    public required DateTimeOffset LastFailure { get; init; }

    /// <summary>What becomes of it.</summary>
    public DeadLetterStatus Status { get; init; }

    /// <summary>Who decided that; null while nobody has.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The key under which it is kept: in the order of targets, then of events.</summary>
    public string Key => KeyOf(Target, Sequence);

    /// <summary>The key of an event at a target.</summary>
    public static string KeyOf(string target, long sequence) => string.Create(CultureInfo.InvariantCulture, $"{target}/{sequence:D19}");
}
