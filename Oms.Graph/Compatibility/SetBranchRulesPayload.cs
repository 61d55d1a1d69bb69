using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Refusals;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>SetBranchRulesPayload</c>.</summary>
internal sealed class SetBranchRulesPayload(Result<BranchRules> result) : RulesPayload(result);
