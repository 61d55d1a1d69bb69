using Oms.Engine.Language;
using Oms.Engine.Limits;

namespace Oms.Engine.Validation.Rules;

/// <summary>The schema is not asked for where introspection is switched off.</summary>
/// <remarks>
/// That is <c>__schema</c> and <c>__type</c>; <c>__typename</c> stays. The specification has no such rule.
/// </remarks>
internal sealed class IntrospectionAllowedRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.EnterField;

    public override void EnterField(FieldNode field)
    {
        if (!Context.AllowIntrospection && field.Name.Value is "__schema" or "__type")
            Context.Report("Introspection is not allowed.", [field.Location], LimitErrorCodes.IntrospectionNotAllowed);
    }
}
