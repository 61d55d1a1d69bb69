using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;

namespace Oms.Graph.Locks;

/// <summary>GraphQL type <c>LockBranchPayload</c>.</summary>
internal sealed class LockBranchPayload(Result<Branch> result) : BranchPayload(result)
{
    public LockNode? Lock => NewestLock;
}
