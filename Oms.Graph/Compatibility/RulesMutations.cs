using System.Security.Claims;
using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Refusals;
using Oms.Engine.Configuration;
using Oms.Graph.Access;

namespace Oms.Graph.Compatibility;

/// <summary>The mutations that set what changes of a branch have to keep.</summary>
[ExtendObjectType("Mutation")]
internal static class RulesMutations
{
    public static async Task<SetBranchRulesPayload> SetBranchRulesAsync(
        SetBranchRulesInput input, ClaimsPrincipal user, Caller caller, RulesCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var read = Read(input);
        return new(await command.ExecuteAsync(
            context, input.Branch, "set_rules", input.Reason, (b, d) => read.IsOk ? new SetBranchRules(read.Value, input.Reason).Decide(context, b, d) : read.Refusals,
            cancellationToken));
    }

    public static async Task<AcceptBreakPayload> AcceptBreakAsync(
        AcceptBreakInput input, ClaimsPrincipal user, Caller caller, RulesCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var accept = new AcceptBreak(input.Fingerprint, input.ExpiresAt, input.Reason);
        return new(await command.ExecuteAsync(
            context, input.Branch, "accept_break", input.Reason, (b, d) => accept.Decide(context, b, d), cancellationToken));
    }

    public static async Task<RefuseBreakPayload> RefuseBreakAsync(
        RefuseBreakInput input, ClaimsPrincipal user, Caller caller, RulesCommand command, CancellationToken cancellationToken)
    {
        var context = caller.ContextFor(user);
        var refuse = new AcceptBreak(input.Fingerprint, null, input.Reason);
        return new(await command.ExecuteAsync(
            context, input.Branch, "refuse_break", input.Reason, (b, d) => refuse.Decide(context, b, d), cancellationToken));
    }

    private static Result<BranchRules> Read(SetBranchRulesInput input)
    {
        for (var i = 0; i < input.Compatibility.Count; i++)
            if (!input.Compatibility[i].IsValid)
                return new MalformedInput("This is no stable id of an element, such as ot-person.")
                {
                    Path = ["compatibility", i.ToString(System.Globalization.CultureInfo.InvariantCulture), "element"],
                };
        if (input.Naming is { } naming && naming.Elements.DistinctBy(e => e.Kind).Count() != naming.Elements.Count)
            return new MalformedInput("A kind has one naming rule; put them together.") { Path = ["naming", "elements"] };
        return new BranchRules
        {
            Compatibility = [.. input.Compatibility.Select(c => c.ToRule())],
            Planes = [.. input.Planes.Distinct().Order().Select(p => (ConsumerPlane)p)],
            GraceDays = input.GraceDays,
            Naming = input.Naming?.ToPolicy(),
        };
    }
}
