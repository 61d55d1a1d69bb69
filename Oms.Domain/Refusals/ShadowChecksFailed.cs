using System.Collections.Immutable;
using Oms.Domain.Indexing;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Refusals;

/// <summary>What is held against a shadow index before it is switched to does not hold.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Shadow">The shadow index.</param>
/// <param name="Checks">What does not hold.</param>
public sealed record ShadowChecksFailed(string Branch, string Shadow, ImmutableArray<ShadowCheck> Checks)
    : Refusal("SHADOW_CHECKS_FAILED", $"The shadow index '{Shadow}' of '{Branch}' does not pass {string.Join(", ", Checks.Select(Words.Of))}. Build it anew, or switch with `force`.");
