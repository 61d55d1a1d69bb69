namespace Oms.Domain.Locks;

/// <summary>A lease on a branch: while it lasts only its holder, showing the token, may write (domain.md 2.3).</summary>
public sealed record Lock
{
    /// <summary>The identity.</summary>
    public required string Id { get; init; }

    /// <summary>Who holds it: the subject of a token.</summary>
    public required string Holder { get; init; }

    /// <summary>Why it is held, in the holder's words.</summary>
    public required string Reason { get; init; }

    /// <summary>The issue it belongs to; null where none was named.</summary>
    public string? Issue { get; init; }

    /// <summary>When it was taken.</summary>
    public required DateTimeOffset AcquiredAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Rises with each lock of the branch; a write that shows an older one is refused (fencing).</summary>
    public required long FencingToken { get; init; }

    /// <summary>True while the lease lasts.</summary>
    public bool IsHeldAt(DateTimeOffset now) => now < ExpiresAt;
}
