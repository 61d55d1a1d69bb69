using Oms.Domain.Refusals;
using Oms.Domain.Releases;
using Oms.Graph.Ontology;

namespace Oms.Graph.Releases;

/// <summary>What became of a release.</summary>
/// <param name="Result">The release, or why there is none.</param>
/// <param name="Plan">What the change asks for; null where it did not come so far.</param>
/// <param name="Content">What is released; null where it did not come so far.</param>
/// <param name="Before">What was released before; null where there was nothing, or it did not come so far.</param>
internal sealed record ReleaseOutcome(Result<Release> Result, ReleasePlan? Plan, Revision? Content, Revision? Before);
