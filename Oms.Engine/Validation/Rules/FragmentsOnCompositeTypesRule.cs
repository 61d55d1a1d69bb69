using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Rules;

/// <summary>Fragments are about objects, interfaces and unions.</summary>
/// <remarks>
/// Only these have fields, or possible types that have.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types"/>
/// </remarks>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.EnterFragment | ValidationEvents.InlineFragment;

    public override void EnterFragment(FragmentDefinitionNode fragment) => Check(fragment.TypeCondition);

    public override void InlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition)
            Check(condition);
    }

    private void Check(NamedTypeNode condition)
    {
        if (Context.Schema.FindType(condition) is NamedType { IsCompositeType: false } type)
            Context.Report($"A fragment cannot be about \"{type.Name}\", which has no fields.", condition);
    }
}
