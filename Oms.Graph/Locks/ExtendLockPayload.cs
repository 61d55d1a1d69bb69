using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;

namespace Oms.Graph.Locks;

/// <summary>GraphQL type <c>ExtendLockPayload</c>.</summary>
internal sealed class ExtendLockPayload(Result<Branch> result, long fencingToken) : BranchPayload(result)
{
    public LockNode? Lock => LockOf(fencingToken);
}
