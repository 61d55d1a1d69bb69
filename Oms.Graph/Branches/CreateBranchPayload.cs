using Oms.Domain.Branches;
using Oms.Domain.Refusals;

namespace Oms.Graph.Branches;

/// <summary>GraphQL type <c>CreateBranchPayload</c>.</summary>
internal sealed class CreateBranchPayload(Result<Branch> result) : BranchPayload(result);
