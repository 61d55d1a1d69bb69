using Oms.Domain.History;

namespace Oms.Domain.Proposals;

/// <summary>How a proposal came into its target.</summary>
public sealed record ProposalMerge
{
    /// <summary>The commit at the target's head after it.</summary>
    public ObjectHash Commit { get; init; }

    /// <summary>The head of the source that was merged.</summary>
    public ObjectHash Source { get; init; }

    /// <summary>The head of the target before it.</summary>
    public ObjectHash Target { get; init; }

    /// <summary>The hash of the content that came in.</summary>
    public string Content { get; init; } = string.Empty;

    /// <summary>Who merged it.</summary>
    public string By { get; init; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>True when an emergency override stood for what was missing.</summary>
    public bool IsOverridden { get; init; }
}
