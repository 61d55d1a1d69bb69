namespace Oms.Domain.Proposals;

/// <summary>One reason why a proposal can not be merged now.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">A sentence that says what stands against it and what to do.</param>
public sealed record MergeObstacle(MergeObstacleKind Kind, string Message)
{
    /// <summary>The check that is not green; null where it is none.</summary>
    public CheckKind? Check { get; init; }

    /// <summary>True where the target's own rules ask for the check: a break of a promise is accepted by its fingerprint, or not at all.</summary>
    public bool IsEnforced { get; init; }

    /// <summary>True where an approved emergency override stands for it. Nothing stands for a valid, settled merge.</summary>
    public bool CanBeOverridden => Kind switch
    {
        MergeObstacleKind.Approvals or MergeObstacleKind.ChangesRequested or MergeObstacleKind.Behind or MergeObstacleKind.Queue => true,
        MergeObstacleKind.Check => !IsEnforced && Check is CheckKind.Compatibility or CheckKind.Lint or CheckKind.Issues,
        _ => false,
    };

    /// <summary>True where waiting may help without anybody working on the proposal.</summary>
    public bool IsPassing => Kind == MergeObstacleKind.Locked;
}
