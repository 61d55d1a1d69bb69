using Oms.Domain.Merging;
using Oms.Domain.Refusals;

namespace Oms.Graph.Merging;

/// <summary>GraphQL type <c>RevertCommitPayload</c>.</summary>
internal sealed class RevertCommitPayload(Result<IntegrationDecision?> result, MergeReport? report) : MergePayload(result, report);
