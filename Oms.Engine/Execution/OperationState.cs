using Oms.Engine.Authorization;

namespace Oms.Engine.Execution;

/// <summary>What is worked out once for a request and then known to all of it: coerced arguments and decisions on <c>@authorize</c>.</summary>
internal sealed class OperationState
{
    private ArgumentValues?[] arguments = [];
    private Dictionary<AuthorizeDirective, AuthorizeResult>? decisions;

    /// <summary>The arguments of a field that variables decide.</summary>
    public ArgumentValues ArgumentsOf(FieldPlan plan, OperationContext context)
    {
        var (slot, known) = (plan.ArgumentSlot, arguments);
        return slot < known.Length && known[slot] is { } values ? values : CoerceArguments(plan, slot, context);
    }

    /// <summary>What was decided on a directive; null when nobody asked yet.</summary>
    public AuthorizeResult? DecisionOn(AuthorizeDirective directive)
    {
        lock (this)
            return decisions is not null && decisions.TryGetValue(directive, out var result) ? result : null;
    }

    /// <summary>Keeps a decision for the rest of the request.</summary>
    public void Decide(AuthorizeDirective directive, AuthorizeResult result)
    {
        lock (this)
            (decisions ??= [])[directive] = result;
    }

    // What lies behind an interface is planned when it first comes up, perhaps while this request runs; its slots lie beyond those known before.
    private ArgumentValues CoerceArguments(FieldPlan plan, int slot, OperationContext context)
    {
        lock (this)
        {
            if (slot >= arguments.Length)
                Array.Resize(ref arguments, Math.Max(slot + 1, context.Plan.ArgumentSlots));
            return arguments[slot] ??= ArgumentCoercion.Coerce(plan, context.Variables);
        }
    }
}
