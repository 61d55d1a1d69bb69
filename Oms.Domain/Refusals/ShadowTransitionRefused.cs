using System.Collections.Immutable;
using Oms.Domain.Indexing;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Refusals;

/// <summary>A shadow index can not go from the state it is in to the one asked for.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Shadow">The shadow index.</param>
/// <param name="From">The state it is in.</param>
/// <param name="To">The state asked for.</param>
/// <param name="Allowed">The states it can go to.</param>
public sealed record ShadowTransitionRefused(string Branch, string Shadow, ShadowState From, ShadowState To, ImmutableArray<ShadowState> Allowed)
    : Refusal(
        "SHADOW_TRANSITION_REFUSED",
        $"The shadow index '{Shadow}' of '{Branch}' is {Words.Of(From)} and can not become {Words.Of(To)}; "
        + (Allowed.IsEmpty ? "nothing more becomes of it." : $"it can become {string.Join(" or ", Allowed.Select(Words.Of))}."));
