using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>Types that are named exist.</summary>
/// <remarks>
/// This goes for the types of variables and for the type conditions of fragments.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence"/>
/// </remarks>
internal sealed class KnownTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.NamedType;

    public override void NamedType(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (!Context.Schema.Types.Contains(name) && Context.DefinedTypes?.Contains(name) != true)
            Context.Report($"There is no type \"{ValidationContext.Shorten(name)}\".", type);
    }
}
