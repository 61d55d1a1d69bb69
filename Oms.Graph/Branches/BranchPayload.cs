using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Locks;

namespace Oms.Graph.Branches;

/// <summary>What the mutations on branches and locks answer; each binds it under its own name.</summary>
internal abstract class BranchPayload(Result<Branch> result)
{
    public BranchNode? Branch => result.IsOk ? new(result.Value) : null;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;

    /// <summary>The newest lock of the branch after the mutation.</summary>
    protected LockNode? NewestLock => result.IsOk ? new(result.Value.Locks[^1]) : null;

    /// <summary>The lock of this token after the mutation.</summary>
    protected LockNode? LockOf(long fencingToken) => result.IsOk ? new(result.Value.Locks.First(l => l.FencingToken == fencingToken)) : null;
}
