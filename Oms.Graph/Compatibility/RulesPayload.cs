using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Refusals;

namespace Oms.Graph.Compatibility;

/// <summary>What the mutations on the rules of branches answer; each binds it under its own name.</summary>
internal abstract class RulesPayload(Result<BranchRules> result)
{
    public BranchRulesNode? Rules => result.IsOk ? new(result.Value) : null;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;
}
