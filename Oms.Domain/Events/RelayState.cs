namespace Oms.Domain.Events;

/// <summary>How far a target has been told, kept in the store. What it has acknowledged is behind <see cref="Position"/>.</summary>
public sealed record RelayState
{
    /// <summary>The kind of document that holds it.</summary>
    public const string DocumentKind = "relay";

    /// <summary>The target.</summary>
    public required string Target { get; init; }

    /// <summary>The number of the last event that it has acknowledged; 0 for none.</summary>
    public long Position { get; init; }

    /// <summary>
    /// What was handed on while the target was away: of the events after this number and up to <see cref="HandedTo"/> those whose route names
    /// another after it. They are not told to it when it is back; the others between are.
    /// </summary>
    public long HandedFrom { get; init; }

    /// <summary>The number of the last event that was looked at for handing on; 0 for none.</summary>
    public long HandedTo { get; init; }

    /// <summary>The target's own word for where it stood then.</summary>
    public string? Mark { get; init; }

    /// <summary>Events delivered in all, repeats included.</summary>
    public long Delivered { get; init; }

    /// <summary>How often the target had lost what it had acknowledged.</summary>
    public long Refills { get; init; }

    /// <summary>Failures in a row, at the event after <see cref="Position"/>.</summary>
    public int Failures { get; init; }

    /// <summary>What the last failure said; null after a success.</summary>
    public string? LastError { get; init; }

    /// <summary>When it was last tried.</summary>
    public DateTimeOffset? LastAttempt { get; init; }

    /// <summary>Which process relays; null when none does.</summary>
    public string? Holder { get; init; }

    /// <summary>When the holder's lease ends by itself.</summary>
    public DateTimeOffset? LeaseEnds { get; init; }
}
