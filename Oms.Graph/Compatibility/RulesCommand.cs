using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.Nodes;
using Oms.Graph.Registry;

namespace Oms.Graph.Compatibility;

/// <summary>Carries commands on the rules of branches out.</summary>
internal sealed class RulesCommand(OntologyRegistry registry, BranchRulesReader reader)
{
    internal async ValueTask<Result<BranchRules>> ExecuteAsync(
        CommandContext context, string branch, string verb, string reason, Func<Branch, StoredDocument?, Result<RulesDecision>> decide,
        CancellationToken cancellationToken)
    {
        var attempt = new RefusedAttempt(TargetTypes.Branch, branch, verb) { Branch = branch, Reason = reason };
        if (!BranchName.TryParse(branch, out var name))
            return await registry.RefuseAsync<BranchRules>(context, attempt, [NotFound()]);
        return await registry.ExecuteAsync(context, name, attempt, DecideAsync, null, cancellationToken);

        async ValueTask<Result<Decided<BranchRules>>> DecideAsync(CancellationToken token)
        {
            if (await registry.LoadBranchAsync(name, token) is not { } loaded)
                return NotFound();
            var decision = decide(loaded, await reader.FindAsync(name, token));
            return decision.IsOk ? new Decided<BranchRules>(decision.Value.Change, () => decision.Value.Rules) : decision.Refusals;
        }

        BranchNotFound NotFound() => new(ElementIdArgument.Clip(branch)) { Path = ["branch"] };
    }
}
