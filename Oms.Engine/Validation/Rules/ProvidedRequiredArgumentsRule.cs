using System.Collections.Immutable;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Rules;

/// <summary>Required arguments are given.</summary>
/// <remarks>
/// An argument is required when its type is non-null and it has no default. Giving <c>null</c> is a matter of values, not of this rule.
/// <see href="https://spec.graphql.org/September2025/#sec-Required-Arguments"/>
/// </remarks>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.LeaveField | ValidationEvents.EnterDirective;

    public override void LeaveField(FieldNode field)
    {
        if (Context.TypeInfo.Field is not { } definition)
            return;
        foreach (var argument in definition.Arguments)
        {
            if (argument.IsRequired && !IsGiven(argument, field.Arguments))
                Context.Report($"Field \"{definition.Name}\" needs its argument \"{argument.Name}\" of type \"{argument.Type}\".", field);
        }
    }

    public override void EnterDirective(DirectiveNode directive, DirectiveLocations location)
    {
        if (Context.TypeInfo.Directive is not { } definition)
            return;
        foreach (var argument in definition.Arguments)
        {
            if (argument.IsRequired && !IsGiven(argument, directive.Arguments))
                Context.Report($"Directive \"@{definition.Name}\" needs its argument \"{argument.Name}\" of type \"{argument.Type}\".", directive);
        }
    }

    private static bool IsGiven(InputValueDefinition argument, ImmutableArray<ArgumentNode> given)
    {
        foreach (var candidate in given)
        {
            if (candidate.Name.Value == argument.Name)
                return true;
        }

        return false;
    }
}
