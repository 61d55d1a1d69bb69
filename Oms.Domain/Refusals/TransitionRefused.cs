using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Refusals;

/// <summary>The branch can not go from the state it is in to the one asked for.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="From">The state it is in.</param>
/// <param name="To">The state asked for.</param>
/// <param name="Allowed">The states it can go to in this way.</param>
public sealed record TransitionRefused(string Branch, BranchState From, BranchState To, ImmutableArray<BranchState> Allowed)
    : Refusal(
        "TRANSITION_REFUSED",
        $"The branch '{Branch}' can not be set from {Words.Of(From)} to {Words.Of(To)}. " +
        (Allowed.IsEmpty ? $"Nothing leads out of {Words.Of(From)}." : $"From {Words.Of(From)} it can be set to {string.Join(" or ", Allowed.Select(Words.Of))}."));
