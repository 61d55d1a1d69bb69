using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Import.LinkMl;

/// <summary>A class on its way to an object type or interface.</summary>
internal sealed class LinkMlClass(LinkMlDefinition definition)
{
    private readonly Dictionary<string, Property> properties = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private List<LinkMlClass>? above;

    internal LinkMlDefinition Definition { get; } = definition;

    internal bool IsInterface { get; } = definition.IsMixin;

    internal ElementId Id { get; } =
        StableIds.Element(definition.IsMixin ? ElementKind.Interface : ElementKind.ObjectType, definition.Address);

    /// <summary>Those of the same kind that it inherits from.</summary>
    internal List<LinkMlClass> Parents { get; } = [];

    /// <summary>The interfaces that an object type names.</summary>
    internal List<LinkMlClass> Interfaces { get; } = [];

    /// <summary>The slots it has itself, by the names they have in the file.</summary>
    internal HashSet<string> Slots { get; } = new(StringComparer.Ordinal);

    /// <summary>Its own properties in their order.</summary>
    internal IEnumerable<Property> Properties => order.Select(n => properties[n]);

    /// <summary>Those of the same kind above it, nearest first, each once; cut where the registry refuses more. To be asked once its parents are set.</summary>
    internal List<LinkMlClass> Above => above ??= Reached(Parents, c => c.Parents);

    /// <summary>Every interface that it has to satisfy: its own, those above it, and those that they extend.</summary>
    internal IEnumerable<LinkMlClass> AllInterfaces() => IsInterface
        ? Above
        : Above.Prepend(this).SelectMany(c => c.Interfaces).Distinct().SelectMany(i => i.Above.Prepend(i)).Distinct();

    /// <summary>Its own property of a name, or else the nearest inherited one; null where there is none.</summary>
    internal Property? Effective(string name) =>
        Above.Prepend(this).Select(c => c.properties.GetValueOrDefault(name)).FirstOrDefault(p => p is not null);

    /// <summary>True when it, or a class it inherits from in any way, has the slot.</summary>
    internal bool Has(string slot) => Above.Prepend(this).Concat(AllInterfaces()).Any(c => c.Slots.Contains(slot));

    /// <summary>Puts a property of its own, in place of the one of that name if there is one.</summary>
    internal void Put(Property property)
    {
        if (!properties.ContainsKey(property.Name))
            order.Add(property.Name);
        properties[property.Name] = property;
    }

    /// <summary>True when a property would clash with another of its name that is no reference to the same shared property.</summary>
    internal bool Clashes(Property property) =>
        Above.Prepend(this).Select(c => c.properties.GetValueOrDefault(property.Name))
            .Any(p => p is not null && (p.SharedProperty is null || p.SharedProperty != property.SharedProperty));

    private static List<LinkMlClass> Reached(IEnumerable<LinkMlClass> start, Func<LinkMlClass, IEnumerable<LinkMlClass>> next)
    {
        var found = new List<LinkMlClass>();
        var seen = new HashSet<LinkMlClass>();
        var open = new Queue<LinkMlClass>(start);
        while (found.Count <= Limits.Ancestors && open.TryDequeue(out var one))
            if (seen.Add(one))
            {
                found.Add(one);
                foreach (var further in next(one))
                    open.Enqueue(further);
            }
        return found;
    }
}
