using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>An operation without a name stands alone.</summary>
/// <remarks>
/// Beside others it could not be chosen.
/// <see href="https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation"/>
/// </remarks>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.EnterOperation;

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is null && Context.OperationCount > 1)
            Context.Report("An operation without a name has to be the only one of its document.", operation);
    }
}
