using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>The order in which elements are to be seen to: what others refer to comes before them.</summary>
internal sealed class DependencyOrder
{
    private readonly Dictionary<ElementId, HashSet<ElementId>> users = [];
    private readonly Dictionary<ElementId, int> ranks = [];

    /// <summary>Orders elements by who refers to whom before or after a change. Cost follows them and what refers to them.</summary>
    internal DependencyOrder(IEnumerable<ElementId> elements, Snapshot before, Snapshot after)
    {
        var all = elements.Distinct().Order().ToList();
        var included = all.ToHashSet();
        var waitsFor = all.ToDictionary(e => e, _ => 0);
        foreach (var element in all)
        {
            users[element] = [.. before.UsagesOf(element).Concat(after.UsagesOf(element)).Select(u => u.By).Where(u => u != element && included.Contains(u))];
            foreach (var user in users[element])
                waitsFor[user]++;
        }

        var ready = new Queue<ElementId>(all.Where(e => waitsFor[e] == 0));
        while (ready.TryDequeue(out var element))
        {
            ranks[element] = ranks.Count;
            foreach (var user in users[element].Order())
                if (--waitsFor[user] == 0)
                    ready.Enqueue(user);
        }

        // What is left refers to itself in a circle: no order is right, so ids decide and the plan says so.
        InCycles = [.. all.Where(e => !ranks.ContainsKey(e))];
        foreach (var element in InCycles)
            ranks[element] = ranks.Count;
    }

    /// <summary>Elements that refer to each other in a circle, or to such, by id.</summary>
    internal IReadOnlyList<ElementId> InCycles { get; }

    /// <summary>The place of an element; one that others refer to has a lower place than they.</summary>
    internal int RankOf(ElementId element) => ranks[element];

    /// <summary>True when one refers to the other, or they are one.</summary>
    internal bool AreRelated(ElementId one, ElementId other) => one == other || users[one].Contains(other) || users[other].Contains(one);
}
