using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Refusals;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>RefuseBreakPayload</c>.</summary>
internal sealed class RefuseBreakPayload(Result<BranchRules> result) : RulesPayload(result);
