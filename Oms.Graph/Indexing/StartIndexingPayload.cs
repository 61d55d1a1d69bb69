using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;
using Oms.Graph.Locks;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL type <c>StartIndexingPayload</c>.</summary>
internal sealed class StartIndexingPayload(Result<Branch> result) : BranchPayload(result)
{
    public LockNode? Lock => NewestLock;
}
