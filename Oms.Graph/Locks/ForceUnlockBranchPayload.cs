using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;

namespace Oms.Graph.Locks;

/// <summary>GraphQL type <c>ForceUnlockBranchPayload</c>.</summary>
internal sealed class ForceUnlockBranchPayload(Result<Branch> result) : BranchPayload(result);
