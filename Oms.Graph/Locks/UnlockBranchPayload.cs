using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;

namespace Oms.Graph.Locks;

/// <summary>GraphQL type <c>UnlockBranchPayload</c>.</summary>
internal sealed class UnlockBranchPayload(Result<Branch> result) : BranchPayload(result);
