using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>What the change from one version of the ontology to another means for its consumers. Cost follows the change.</summary>
public static class OntologyComparison
{
    /// <summary>The id of the finding for a rule that could not judge. It is breaking: nothing passes by failing to run.</summary>
    public const string RuleFailed = "RULE_FAILED";

    /// <summary>Compares two versions.</summary>
    /// <param name="before">What consumers know.</param>
    /// <param name="after">What they are to meet.</param>
    /// <param name="planes">The consumers to judge for; all where none is named.</param>
    /// <returns>A finding for each rule, place and plane, in the order of element ids.</returns>
    public static ImmutableArray<Finding> Compare(Snapshot before, Snapshot after, params ImmutableArray<ConsumerPlane> planes) =>
        Compare(before, after, planes, ElementRules.All);

    internal static ImmutableArray<Finding> Compare(Snapshot before, Snapshot after, ImmutableArray<ConsumerPlane> planes, ImmutableArray<ElementRule> rules) =>
        [.. Judge(before, after, planes, rules, static _ => true)];

    /// <summary>As <see cref="Compare(Snapshot, Snapshot, ImmutableArray{ConsumerPlane})"/>, for some elements only, in either direction.</summary>
    internal static ImmutableArray<Finding> Judge(
        Snapshot before, Snapshot after, ImmutableArray<ConsumerPlane> planes, ImmutableArray<ElementRule> rules, Func<ElementId, bool> includes,
        CompatibilityDirection direction = CompatibilityDirection.Backward)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (planes.IsDefaultOrEmpty)
            planes = [.. Enum.GetValues<ConsumerPlane>()];
        var found = ImmutableArray.CreateBuilder<Finding>();
        foreach (var difference in after.Map.DifferencesFrom(before.Map))
        {
            if (!includes(difference.Id))
                continue;
            var pair = new ElementPair(
                difference.Before.IsEmpty ? null : before.Find(difference.Id), difference.After.IsEmpty ? null : after.Find(difference.Id), before, after);
            foreach (var rule in rules)
                if (rule.LooksAt(pair.Either.Kind))
                    Judge(rule, pair, planes, direction, found);
        }

        return found.ToImmutable();
    }

    private static void Judge(ElementRule rule, ElementPair pair, ImmutableArray<ConsumerPlane> planes, CompatibilityDirection direction, ImmutableArray<Finding>.Builder found)
    {
        List<Hit> hits;
        try
        {
            hits = [.. rule.Find(pair)];
        }
#pragma warning disable CA1031 // Whatever a rule throws, the check has to fail by it and to say so, not to end without a verdict.
        catch (Exception e)
#pragma warning restore CA1031
        {
            foreach (var plane in planes)
                found.Add(new Finding(RuleFailed, Criticality.Breaking, pair.Either.Name, $"The rule {rule.Id} could not judge {pair.Either.Name}: {e.Message.TrimEnd('.')}", plane) { Direction = direction, Element = pair.Either.Id });
            return;
        }

        foreach (var hit in hits)
            foreach (var plane in planes)
                if (rule.VerdictFor(plane, hit, direction) is { } verdict)
                {
                    found.Add(new Finding(rule.Id, verdict, hit.Member is null ? pair.Either.Name : $"{pair.Either.Name}.{hit.Member}", hit.Message, plane)
                    {
                        Direction = direction, Element = pair.Either.Id,
                    });
                }
    }
}
