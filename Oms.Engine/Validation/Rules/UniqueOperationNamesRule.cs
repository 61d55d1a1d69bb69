using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>Operations have different names.</summary>
/// <remarks>
/// A request says by name which operation of its document is to run.
/// <see href="https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness"/>
/// </remarks>
internal sealed class UniqueOperationNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _names = new(StringComparer.Ordinal);

    public override ValidationEvents Events => ValidationEvents.EnterOperation;

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is { } name && !_names.TryAdd(name.Value, name))
            Context.Report($"There is more than one operation named \"{ValidationContext.Shorten(name.Value)}\".", _names[name.Value], name);
    }
}
