using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>Variables have input types.</summary>
/// <remarks>
/// Scalars, enums, input objects, and lists of these can be sent; objects, interfaces and unions cannot.
/// <see href="https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types"/>
/// </remarks>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.VariableDefinition;

    public override void VariableDefinition(VariableDefinitionNode definition)
    {
        if (Context.Schema.FindType(definition.Type) is { IsInputType: false } type)
            Context.Report($"Variable \"${ValidationContext.Shorten(definition.Variable.Name.Value)}\" cannot have the type \"{type}\", which is for output only.", definition.Type);
    }
}
