using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>Fragments that are spread exist.</summary>
/// <remarks>
/// They are defined in the same document, before or after.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined"/>
/// </remarks>
internal sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    public override ValidationEvents Events => ValidationEvents.FragmentSpread;

    public override void FragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.FindFragment(spread.Name.Value) is null)
            Context.Report($"There is no fragment \"{ValidationContext.Shorten(spread.Name.Value)}\".", spread.Name);
    }
}
