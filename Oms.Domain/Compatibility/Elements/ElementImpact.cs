using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>Whom a change of an element can reach (domain.md 4.3): who refers to it, and who refers to them.</summary>
public static class ElementImpact
{
    /// <summary>The greatest distance that is looked at.</summary>
    public const int MaxDistance = 10;

    /// <summary>Finds them, nearest first, then by kind and name. Cost follows what is found.</summary>
    /// <param name="snapshot">The version.</param>
    /// <param name="element">The element that would change.</param>
    /// <param name="maxDistance">How far to look: 1 for those who refer to it themselves, at most <see cref="MaxDistance"/>.</param>
    public static ImmutableArray<ImpactedElement> Of(Snapshot snapshot, ElementId element, int maxDistance)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var found = ImmutableArray.CreateBuilder<ImpactedElement>();
        var seen = new HashSet<ElementId> { element };
        List<ElementId> edge = [element];
        for (var distance = 1; distance <= Math.Min(maxDistance, MaxDistance) && edge.Count > 0; distance++)
        {
            // That something names it as its replacement does not make it break with it.
            var uses = edge.SelectMany(e => snapshot.UsagesOf(e)).Where(u => (distance == 1 || u.Kind != UsageKind.ReplacedBy) && !seen.Contains(u.By))
                .GroupBy(u => u.By).Select(g => new ImpactedElement(snapshot.Find(g.Key)!, distance, [.. g.Distinct().Order()])).ToList();
            found.AddRange(uses.OrderBy(u => u.Element.Kind).ThenBy(u => u.Element.Name, StringComparer.Ordinal));
            edge = [.. uses.Where(u => u.Uses.Any(x => x.Kind != UsageKind.ReplacedBy)).Select(u => u.Element.Id)];
            seen.UnionWith(uses.Select(u => u.Element.Id));
        }

        return found.ToImmutable();
    }
}
