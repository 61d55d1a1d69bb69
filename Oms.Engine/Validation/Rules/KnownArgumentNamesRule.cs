using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Rules;

/// <summary>Arguments that are given exist.</summary>
/// <remarks>
/// The field or directive they are given to defines them.
/// <see href="https://spec.graphql.org/September2025/#sec-Argument-Names"/>
/// </remarks>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.Argument | ValidationEvents.EnterDirective;

    public override void Argument(ArgumentNode argument)
    {
        if (Context.TypeInfo is { Argument: null, Field: { } field, ParentType: { } parent })
            Context.Report($"Field \"{parent.Name}.{field.Name}\" has no argument \"{ValidationContext.Shorten(argument.Name.Value)}\".", argument);
    }

    public override void EnterDirective(DirectiveNode directive, DirectiveLocations location)
    {
        if (Context.TypeInfo.Directive is not { } definition)
            return;
        foreach (var argument in directive.Arguments)
        {
            if (!definition.Arguments.Contains(argument.Name.Value))
                Context.Report($"Directive \"@{definition.Name}\" has no argument \"{ValidationContext.Shorten(argument.Name.Value)}\".", argument);
        }
    }
}
