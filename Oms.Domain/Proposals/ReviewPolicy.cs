using System.Collections.Immutable;
using Oms.Domain.Branches;

namespace Oms.Domain.Proposals;

/// <summary>What a branch asks of whatever is to be merged into it (domain.md 2.1, 3.8). It is kept with the branch, so that no merge passes an older one.</summary>
public sealed record ReviewPolicy
{
    /// <summary>Approvals that can be asked for, at most.</summary>
    public const int MaxApprovals = 20;

    /// <summary>Rules of code owners of one branch, at most.</summary>
    public const int MaxOwnerRules = 200;

    private static readonly ReviewPolicy OfProtected = new() { RequiredApprovals = 1, OptionalChecks = [CheckKind.Lint] };
    private static readonly ReviewPolicy OfOthers = new() { OptionalChecks = [CheckKind.Lint] };

    /// <summary>True when the branch changes by proposals only, for everybody.</summary>
    public bool RequireProposal { get; init; }

    /// <summary>Approvals that every proposal needs.</summary>
    public int RequiredApprovals { get; init; }

    /// <summary>How many more costly changes need; the greatest number that applies holds.</summary>
    public ImmutableArray<SeverityApprovals> BySeverity { get; init; } = [];

    /// <summary>Whose approval a change of some elements needs besides.</summary>
    public ImmutableArray<CodeOwners> Owners { get; init; } = [];

    /// <summary>True when the source must have all that the target has.</summary>
    public bool RequireUpToDate { get; init; }

    /// <summary>True when proposals come in one after the other by the merge queue.</summary>
    public bool UseQueue { get; init; }

    /// <summary>The checks that may fail.</summary>
    public ImmutableArray<CheckKind> OptionalChecks { get; init; } = [];

    /// <summary>What a branch asks for: what was set for it; else, of a protected one, one approval.</summary>
    public static ReviewPolicy Of(Branch branch) => branch.Review ?? (branch.IsProtected ? OfProtected : OfOthers);
}
