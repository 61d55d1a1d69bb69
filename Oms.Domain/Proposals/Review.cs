using Oms.Domain.History;

namespace Oms.Domain.Proposals;

/// <summary>What one reviewer says of one content; a reviewer has one at a time.</summary>
public sealed record Review
{
    /// <summary>Who.</summary>
    public string Reviewer { get; init; } = string.Empty;

    /// <summary>What.</summary>
    public ReviewVerdict Verdict { get; init; }

    /// <summary>The hash of the content that it is about (<see cref="ProposedChange.Hash"/>).</summary>
    public string Content { get; init; } = string.Empty;

    /// <summary>The head of the source that was looked at.</summary>
    public ObjectHash Source { get; init; }

    /// <summary>The head of the target at that moment: with <see cref="Source"/> it gives back what was seen.</summary>
    public ObjectHash Target { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>In the reviewer's words; empty where nothing was said.</summary>
    public string Comment { get; init; } = string.Empty;

    /// <summary>When the content became another one; null while it is the same.</summary>
    public DateTimeOffset? DismissedAt { get; init; }
}
