using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>The schema has to support the kind of each operation.</summary>
/// <remarks>
/// A schema without a mutation type knows no mutations, and likewise for subscriptions.
/// <see href="https://spec.graphql.org/September2025/#sec-Operation-Type-Existence"/>
/// </remarks>
internal sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.EnterOperation;

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (Context.Schema.GetRootType(operation.Operation) is null)
            Context.Report($"The schema has no {operation.Operation.ToString().ToLowerInvariant()} operations.", operation);
    }
}
