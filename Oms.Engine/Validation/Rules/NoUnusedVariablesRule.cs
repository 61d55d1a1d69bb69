using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>Variables that are declared are used.</summary>
/// <remarks>
/// In the operation itself or in a fragment it spreads, directly or through others.
/// <see href="https://spec.graphql.org/September2025/#sec-All-Variables-Used"/>
/// </remarks>
internal sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public override ValidationEvents Events => ValidationEvents.LeaveOperation;

    public override void LeaveOperation(OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.IsEmpty)
            return;
        _used.Clear();
        Collect(operation);
        foreach (var fragment in Context.GetReachableFragments(operation))
            Collect(fragment);
        foreach (var definition in operation.VariableDefinitions)
        {
            if (!_used.Contains(definition.Variable.Name.Value))
                Context.Report($"Variable \"${ValidationContext.Shorten(definition.Variable.Name.Value)}\" is not used.", definition);
        }
    }

    private void Collect(ExecutableDefinitionNode user)
    {
        var usages = Context.GetVariableUsages(user);
        if (!Context.Spend(usages.Length + 1))
            return;
        foreach (var usage in usages)
            _used.Add(usage.Variable.Name.Value);
    }
}
