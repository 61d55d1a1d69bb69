using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;

namespace Oms.Graph.Locks;

/// <summary>GraphQL type <c>HeartbeatLockPayload</c>.</summary>
internal sealed class HeartbeatLockPayload(Result<Branch> result, long fencingToken) : BranchPayload(result)
{
    public LockNode? Lock => LockOf(fencingToken);
}
