using Oms.Domain.Branches;
using Oms.Domain.Refusals;

namespace Oms.Graph.Branches;

/// <summary>GraphQL type <c>SetBranchStatePayload</c>.</summary>
internal sealed class SetBranchStatePayload(Result<Branch> result) : BranchPayload(result);
