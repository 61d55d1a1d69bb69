namespace Oms.Domain.Compatibility.Policies;

/// <summary>A break that somebody with the right to has accepted on a branch, until a moment.</summary>
public sealed record AcceptedBreak
{
    /// <summary>Which break, see <see cref="ContractBreak.Fingerprint"/>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Who accepted it.</summary>
    public string By { get; init; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>From when it is refused again.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}
