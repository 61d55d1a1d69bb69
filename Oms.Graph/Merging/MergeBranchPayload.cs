using Oms.Domain.Merging;
using Oms.Domain.Refusals;

namespace Oms.Graph.Merging;

/// <summary>GraphQL type <c>MergeBranchPayload</c>.</summary>
internal sealed class MergeBranchPayload(Result<IntegrationDecision?> result, MergeReport? report) : MergePayload(result, report);
