using Oms.Domain.Proposals;

namespace Oms.Domain.Refusals;

/// <summary>An emergency override can not be used, or given.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Problem">Why not.</param>
/// <param name="Message">What to do.</param>
public sealed record OverrideNotUsable(string Proposal, OverrideProblem Problem, string Message) : Refusal("OVERRIDE_NOT_USABLE", Message)
{
    /// <summary>The refusal of an override with this problem.</summary>
    public static OverrideNotUsable Of(string proposal, OverrideProblem problem) => new(proposal, problem, problem switch
    {
        OverrideProblem.NotRequested => $"Nobody asked for an emergency override of {proposal}; requestOverride does.",
        OverrideProblem.NotApproved => $"The emergency override of {proposal} must be given by a second person with approveOverride.",
        OverrideProblem.Expired => $"The emergency override of {proposal} has expired; ask for a new one.",
        OverrideProblem.Used => $"The emergency override of {proposal} was used; each is for one merge.",
        OverrideProblem.OtherContent => $"The content of {proposal} is not the one that the emergency override was given for; ask for a new one.",
        OverrideProblem.SamePerson => $"Who asked for the emergency override of {proposal}, or made the proposal, can not give it. Ask a second person.",
        _ => throw new InvalidOperationException($"{problem} is no problem of an override"),
    });
}
