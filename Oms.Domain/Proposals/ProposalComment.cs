namespace Oms.Domain.Proposals;

/// <summary>What somebody said in a thread.</summary>
public sealed record ProposalComment
{
    /// <summary>The identity within the thread.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>Who.</summary>
    public string Author { get; init; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public string Text { get; init; } = string.Empty;
}
