using Oms.Domain.Merging;
using Oms.Domain.Refusals;

namespace Oms.Graph.Merging;

/// <summary>GraphQL type <c>ResolveConflictPayload</c>.</summary>
internal sealed class ResolveConflictPayload(Result<SavedResolution> result)
{
    public SavedResolutionNode? Resolution => result.IsOk ? new(result.Value) : null;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;
}
