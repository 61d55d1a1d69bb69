using Oms.Domain.Branches;
using Oms.Domain.Refusals;

namespace Oms.Graph.Branches;

/// <summary>GraphQL type <c>ProtectBranchPayload</c>.</summary>
internal sealed class ProtectBranchPayload(Result<Branch> result) : BranchPayload(result);
