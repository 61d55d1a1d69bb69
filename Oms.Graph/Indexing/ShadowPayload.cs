using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;
using Oms.Graph.Locks;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL type <c>ShadowPayload</c>.</summary>
internal sealed class ShadowPayload(Result<Branch> result, string? id) : BranchPayload(result)
{
    private readonly Result<Branch> result = result;

    // A new one is the branch's last.
    public ShadowIndexNode? Shadow => result.IsOk ? new(result.Value.Shadows.LastOrDefault(s => id is null || s.Id == id)!) : null;

    public LockNode? Lock => result.IsOk && Shadow?.Held is { } held && result.Value.Locks.FirstOrDefault(l => l.Id == held) is { } taken ? new(taken) : null;
}
