using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Rules;

/// <summary>Directives exist and stand where they may.</summary>
/// <remarks>
/// The schema defines each directive and names the places it is for.
/// <see href="https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations"/>
/// </remarks>
internal sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.EnterDirective;

    public override void EnterDirective(DirectiveNode directive, DirectiveLocations location)
    {
        if (Context.TypeInfo.Directive is { } definition)
        {
            if ((definition.Locations & location) == 0)
                Context.Report($"Directive \"@{definition.Name}\" is not for the place {DirectiveLocationNames.GetName(location)}.", directive);
        }
        else if (Context.DefinedDirectives?.Contains(directive.Name.Value) != true)
        {
            Context.Report($"There is no directive \"@{ValidationContext.Shorten(directive.Name.Value)}\".", directive);
        }
    }
}
