using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL type <c>IndexingPayload</c>.</summary>
internal sealed class IndexingPayload(Result<Branch> result) : BranchPayload(result);
