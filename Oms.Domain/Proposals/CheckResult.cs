using System.Collections.Immutable;

namespace Oms.Domain.Proposals;

/// <summary>What a check said of one input.</summary>
public sealed record CheckResult
{
    /// <summary>Findings that are told, at most.</summary>
    public const int MaxFindings = 50;

    /// <summary>What was checked.</summary>
    public CheckKind Kind { get; init; }

    /// <summary>How it came out.</summary>
    public CheckStatus Status { get; init; }

    /// <summary>In one sentence.</summary>
    public string Summary { get; init; } = string.Empty;

    /// <summary>What was found, a sentence each; the first <see cref="MaxFindings"/>.</summary>
    public ImmutableArray<string> Findings { get; init; } = [];

    /// <summary>How much was found.</summary>
    public int FindingCount { get; init; }

    /// <summary>The hash of all that the check looked at: while it is the same, so is the result.</summary>
    public string Input { get; init; } = string.Empty;

    /// <summary>Who had it carried out.</summary>
    public string By { get; init; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}
