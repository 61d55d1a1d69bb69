using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Refusals;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>AcceptBreakPayload</c>.</summary>
internal sealed class AcceptBreakPayload(Result<BranchRules> result) : RulesPayload(result);
