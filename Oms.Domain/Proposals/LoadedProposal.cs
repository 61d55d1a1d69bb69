using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.History;

namespace Oms.Domain.Proposals;

/// <summary>A proposal with what a decision about it has to know, as it was loaded.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Target">The branch it is to be merged into.</param>
/// <param name="Source">The head of the branch that is to be merged.</param>
/// <param name="Change">What it would do.</param>
/// <param name="Contributors">Who made the commits that it brings.</param>
public sealed record LoadedProposal(Proposal Proposal, Branch Target, ObjectHash Source, ProposedChange Change, ImmutableArray<string> Contributors)
{
    /// <summary>What the target asks for.</summary>
    public ReviewPolicy Policy => ReviewPolicy.Of(Target);

    /// <summary>True when somebody can not judge it, for it is their own.</summary>
    public bool IsOwnOf(string subject) => Proposal.Author == subject || Contributors.Contains(subject);

    /// <summary>The approvals that count: of this very content, by others than those who made it.</summary>
    public IEnumerable<Review> Approvals => Proposal.Reviews.Where(r => r.Verdict == ReviewVerdict.Approved && r.Content == Change.Hash && !IsOwnOf(r.Reviewer));

    /// <summary>The requests for another content that stand.</summary>
    public IEnumerable<Review> Objections => Proposal.Reviews.Where(r => r.Verdict == ReviewVerdict.ChangesRequested);

    /// <summary>Where the rules put a proposal that reviews are asked for.</summary>
    public ProposalStatus StatusByRules => ApprovalRules.AreMet(this) ? ProposalStatus.Approved : ProposalStatus.Open;

    /// <summary>The same with another proposal, as a decision leaves it.</summary>
    internal LoadedProposal With(Proposal proposal) => this with { Proposal = proposal };
}
