using Oms.Domain.Indexing;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Refusals;

/// <summary>Another shadow index of this type is built, or waits to be switched to.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Type">What it is for.</param>
/// <param name="Shadow">The other.</param>
/// <param name="Builder">Who builds it.</param>
public sealed record ShadowBuildRunning(string Branch, ShadowIndexType Type, string Shadow, string Builder)
    : Refusal("SHADOW_BUILD_RUNNING", $"{Builder} is building the {Words.Of(Type)} '{Shadow}' of '{Branch}'. Switch to it or cancel it first.");
