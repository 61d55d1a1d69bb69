using System.Collections.Immutable;
using Oms.Domain.Import.GraphQl;

namespace Oms.Domain.Compatibility.GraphQl;

/// <summary>
/// Compares the directives applied at one place. Uses of one name are matched in their order. A client does not see them, but the server
/// that applied them may behave otherwise.
/// </summary>
internal sealed class DirectiveUseComparison(GraphQlFindings findings)
{
    internal void Compare(ImmutableArray<GraphQlDirectiveUse> before, ImmutableArray<GraphQlDirectiveUse> after, DirectiveUsePlace place)
    {
        if (before.IsEmpty && after.IsEmpty)
            return;
        var matched = new bool[after.Length];
        foreach (var use in before)
        {
            if (Match(after, matched, use.Name) is not { } same)
                findings.Add(
                    $"DIRECTIVE_USAGE_{place.Rule}_REMOVED",
                    use.Name is "deprecated" or "oneOf" ? Criticality.NonBreaking : Criticality.Dangerous,
                    At(place, use),
                    $"@{use.Name} is no longer applied{Where(place)}");
            else
                CompareArguments(use, same, place);
        }

        for (var i = 0; i < after.Length; i++)
            if (!matched[i])
                Added(after[i], place);
    }

    private static GraphQlDirectiveUse? Match(ImmutableArray<GraphQlDirectiveUse> uses, bool[] matched, string name)
    {
        for (var i = 0; i < uses.Length; i++)
            if (!matched[i] && uses[i].Name == name)
            {
                matched[i] = true;
                return uses[i];
            }

        return null;
    }

    private void Added(GraphQlDirectiveUse use, DirectiveUsePlace place)
    {
        var criticality = place.IsNew ? Criticality.NonBreaking : use.Name switch
        {
            "deprecated" => Criticality.NonBreaking,
            "oneOf" => Criticality.Breaking,
            _ => Criticality.Dangerous,
        };
        findings.Add($"DIRECTIVE_USAGE_{place.Rule}_ADDED", criticality, At(place, use), $"@{use.Name} is applied{Where(place)}");
        foreach (var argument in use.Arguments)
            Given(use, argument, place);
    }

    private void CompareArguments(GraphQlDirectiveUse before, GraphQlDirectiveUse after, DirectiveUsePlace place)
    {
        foreach (var argument in before.Arguments)
            if (after[argument.Key] is not { } now || now.Shown != argument.Value.Shown)
                findings.Dangerous(
                    "DIRECTIVE_USAGE_ARGUMENT_REMOVED",
                    $"{At(place, after)}.{argument.Key}",
                    $"@{after.Name}{Where(place)} is no longer given {argument.Key}: {argument.Value.Shown}");
        foreach (var argument in after.Arguments)
            if (before[argument.Key] is not { } old || old.Shown != argument.Value.Shown)
                Given(after, argument, place);
    }

    private void Given(GraphQlDirectiveUse use, KeyValuePair<string, GraphQlValue> argument, DirectiveUsePlace place) => findings.Safe(
        "DIRECTIVE_USAGE_ARGUMENT_ADDED", $"{At(place, use)}.{argument.Key}", $"@{use.Name}{Where(place)} is given {argument.Key}: {argument.Value.Shown}");

    private static string At(DirectiveUsePlace place, GraphQlDirectiveUse use) => $"{place.Path}.@{use.Name}";

    private static string Where(DirectiveUsePlace place) => place.Path.Length == 0 ? " to the schema" : $" to {place.Path}";
}
