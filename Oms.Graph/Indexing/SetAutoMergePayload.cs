using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL type <c>SetAutoMergePayload</c>.</summary>
internal sealed class SetAutoMergePayload(Result<Branch> result) : BranchPayload(result);
