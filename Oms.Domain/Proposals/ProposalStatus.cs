namespace Oms.Domain.Proposals;

/// <summary>Where a proposal stands (domain.md 3.8). Only commands move it, along <see cref="ProposalTransitions"/>.</summary>
public enum ProposalStatus
{
    /// <summary>Its author still works on it; nobody is asked for anything.</summary>
    Draft,

    /// <summary>It waits for reviews.</summary>
    Open,

    /// <summary>Everything that the target asks for was approved, for this very content.</summary>
    Approved,

    /// <summary>It is in the target, for good.</summary>
    Merged,

    /// <summary>A reviewer turned it down.</summary>
    Rejected,

    /// <summary>Its author gave it up.</summary>
    Closed,
}
