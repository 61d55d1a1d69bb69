using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Rules;

/// <summary>A fragment can apply where it is spread.</summary>
/// <remarks>
/// Some object type has to be possible both for the place and for the fragment, else the fragment would never select anything.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible"/>
/// </remarks>
internal sealed class PossibleFragmentSpreadsRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<(NamedType, NamedType), bool> _overlaps = [];

    public override ValidationEvents Events => ValidationEvents.InlineFragment | ValidationEvents.FragmentSpread;

    public override void InlineFragment(InlineFragmentNode fragment) => Check(Context.TypeInfo.Type, fragment);

    public override void FragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.FindFragment(spread.Name.Value) is { } fragment)
            Check(Context.Schema.FindType(fragment.TypeCondition), spread);
    }

    private void Check(IType? fragmentType, SelectionNode node)
    {
        if (fragmentType is not NamedType { IsCompositeType: true } type || Context.TypeInfo.ParentType is not { } parent)
            return;
        if (!Overlap(type, parent))
            Context.Report($"A value of type \"{parent.Name}\" is never of type \"{type.Name}\", so this fragment cannot apply here.", node);
    }

    private bool Overlap(NamedType a, NamedType b)
    {
        if (ReferenceEquals(a, b))
            return true;
        if (!_overlaps.TryGetValue((a, b), out var overlap))
            _overlaps.Add((a, b), overlap = a.OverlapsWith(b));
        return overlap;
    }
}
