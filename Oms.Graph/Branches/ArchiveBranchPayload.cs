using Oms.Domain.Branches;
using Oms.Domain.Refusals;

namespace Oms.Graph.Branches;

/// <summary>GraphQL type <c>ArchiveBranchPayload</c>.</summary>
internal sealed class ArchiveBranchPayload(Result<Branch> result) : BranchPayload(result);
