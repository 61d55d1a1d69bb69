using System.Collections.Immutable;
using Oms.Domain.Proposals;

namespace Oms.Domain.Refusals;

/// <summary>This can not be done to a proposal of its status.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Status">Its status.</param>
/// <param name="Verb">What was to be done.</param>
/// <param name="Allowed">What can be done.</param>
public sealed record ProposalTransitionRefused(string Proposal, ProposalStatus Status, ProposalVerb Verb, ImmutableArray<ProposalVerb> Allowed)
    : Refusal(
        "PROPOSAL_TRANSITION_REFUSED",
        $"A proposal that is {Status.ToString().ToUpperInvariant()} can not take {Name(Verb)}. " +
        (Allowed.IsEmpty ? "Nothing more can be done to it; make a new one." : $"It can take {string.Join(", ", Allowed.Select(Name))}."))
{
    private static string Name(ProposalVerb verb) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(verb.ToString());
}
