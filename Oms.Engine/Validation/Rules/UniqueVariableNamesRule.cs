using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>The variables of an operation have different names.</summary>
/// <remarks>
/// A use could not say which of two it means.
/// <see href="https://spec.graphql.org/September2025/#sec-Variable-Uniqueness"/>
/// </remarks>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.EnterOperation;

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.Length < 2)
            return;
        foreach (var same in operation.VariableDefinitions.GroupBy(definition => definition.Variable.Name.Value, StringComparer.Ordinal))
        {
            var names = same.Select(definition => definition.Variable.Name.Location).ToArray();
            if (names.Length > 1)
                Context.Report($"There is more than one variable named \"${ValidationContext.Shorten(same.Key)}\".", names);
        }
    }
}
