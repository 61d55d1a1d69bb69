using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>Fragments have different names.</summary>
/// <remarks>
/// A spread could not say which of two it means.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness"/>
/// </remarks>
internal sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> _names = new(StringComparer.Ordinal);

    public override ValidationEvents Events => ValidationEvents.EnterFragment;

    public override void EnterFragment(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name;
        if (!_names.TryAdd(name.Value, name))
            Context.Report($"There is more than one fragment named \"{ValidationContext.Shorten(name.Value)}\".", _names[name.Value], name);
    }
}
