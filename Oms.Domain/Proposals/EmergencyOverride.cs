namespace Oms.Domain.Proposals;

/// <summary>
/// Leave to merge a proposal once although something stands against it (domain.md 6.8): asked for by one person with a reason, given by a second
/// one, for one content and a short time.
/// </summary>
public sealed record EmergencyOverride
{
    /// <summary>Characters that a reason has at least.</summary>
    public const int MinReason = 50;

    /// <summary>How long it may be used from the moment it was given.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Why, in the words of who asks.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The hash of the content that it is for.</summary>
    public string Content { get; init; } = string.Empty;

    /// <summary>Who asks.</summary>
    public string RequestedBy { get; init; } = string.Empty;

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>Who gave it; null while nobody did.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When it was given; null while it was not.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>When it ends: a day after it was asked for, then a day after it was given.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used; null while it was not.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Why it can not be used now for this content; null when it can.</summary>
    public OverrideProblem? ProblemAt(DateTimeOffset now, string content) => this switch
    {
        { UsedAt: not null } => OverrideProblem.Used,
        _ when now >= ExpiresAt => OverrideProblem.Expired,
        { ApprovedBy: null } => OverrideProblem.NotApproved,
        _ when content != Content => OverrideProblem.OtherContent,
        _ => null,
    };
}
