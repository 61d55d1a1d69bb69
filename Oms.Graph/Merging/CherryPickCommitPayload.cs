using Oms.Domain.Merging;
using Oms.Domain.Refusals;

namespace Oms.Graph.Merging;

/// <summary>GraphQL type <c>CherryPickCommitPayload</c>.</summary>
internal sealed class CherryPickCommitPayload(Result<IntegrationDecision?> result, MergeReport? report) : MergePayload(result, report);
