using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>Variables that are used are declared.</summary>
/// <remarks>
/// Each operation declares all variables used in itself and in the fragments it spreads, directly or through others.
/// <see href="https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined"/>
/// </remarks>
internal sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    public override ValidationEvents Events => ValidationEvents.LeaveOperation;

    public override void LeaveOperation(OperationDefinitionNode operation)
    {
        _declared.Clear();
        foreach (var definition in operation.VariableDefinitions)
            _declared.Add(definition.Variable.Name.Value);
        Check(operation, operation);
        foreach (var fragment in Context.GetReachableFragments(operation))
            Check(fragment, operation);
    }

    private void Check(ExecutableDefinitionNode user, OperationDefinitionNode operation)
    {
        var usages = Context.GetVariableUsages(user);
        if (!Context.Spend(usages.Length + 1))
            return;
        foreach (var usage in usages)
        {
            if (!_declared.Contains(usage.Variable.Name.Value))
                Context.Report($"Variable \"${ValidationContext.Shorten(usage.Variable.Name.Value)}\" is not declared by {Describe(operation)}.", usage.Variable, operation);
        }
    }

    private static string Describe(OperationDefinitionNode operation) =>
        operation.Name is { } name ? $"operation \"{ValidationContext.Shorten(name.Value)}\"" : "the operation";
}
