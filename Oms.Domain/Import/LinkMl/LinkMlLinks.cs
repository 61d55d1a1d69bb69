using Oms.Domain.Ontology;

namespace Oms.Domain.Import.LinkMl;

/// <summary>
/// Slots that lead to a class become link types: one for the domain of the slot, named as the slot, and one for each other class that has
/// or narrows it, named as both, so that a name does not depend on how many classes there are.
/// </summary>
internal sealed class LinkMlLinks(Func<LinkMlDefinition, LinkMlClass> classOf, LinkMlGaps gaps)
{
    private readonly Dictionary<(LinkMlClass, string), (LinkType Link, LinkMlSlot Slot)> ofClasses = [];

    /// <summary>A class has the slot.</summary>
    internal void Take(LinkMlClass from, LinkMlSlot slot)
    {
        // An attribute has no link type of its own beside that of its class.
        if (slot.Definition is null || slot.Domain != from.Definition)
            ofClasses[(from, slot.Name)] = (Link(from, slot, slot.Range.Class!, IdOf(from, slot), NameOf(from, slot)), slot);
    }

    /// <summary>A class says more of a slot that it has.</summary>
    internal void Narrow(LinkMlClass from, LinkMlSlot slot, LinkMlDefinition to, LinkMlMapping usage)
    {
        var many = usage["multivalued"] is LinkMlScalar { Truth: { } said } ? said : slot.IsMany;
        var required = usage["required"] is LinkMlScalar { Truth: { } needed } ? needed : slot.IsRequired;
        if (to == slot.Range.Class && many == slot.IsMany && required == slot.IsRequired && usage["description"] is null)
            return;
        var link = Link(from, slot with { IsMany = many, IsRequired = required }, to, IdOf(from, slot), NameOf(from, slot));
        ofClasses[(from, slot.Name)] = (link with { Description = LinkMlWords.Description(usage) }, slot);
    }

    /// <summary>All link types.</summary>
    internal IEnumerable<(Element Element, LinkMlSlot Slot)> All(IEnumerable<LinkMlSlot> slots)
    {
        var used = ofClasses.Values.Select(l => l.Slot.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var slot in slots.Where(s => s.Range.Class is not null))
            if (slot.Domain is { } domain)
                yield return (Link(classOf(domain), slot, slot.Range.Class!, IdOf(slot), LinkMlNames.Pascal(slot.Definition!.Name)), slot);
            else if (!used.Contains(slot.Name))
                gaps.Add(slot.Definition!, "It leads to a class, but has no domain, and no class has it: there is nothing the link could start from.");
        foreach (var (link, slot) in ofClasses.Values)
            yield return (link, slot);
    }

    /// <summary>The link type of a slot's domain.</summary>
    internal static ElementId IdOf(LinkMlSlot slot) => StableIds.Element(ElementKind.LinkType, slot.Address);

    private static ElementId IdOf(LinkMlClass from, LinkMlSlot slot) =>
        StableIds.Element(ElementKind.LinkType, $"{slot.Address}\n{from.Definition.Address}");

    // No other name of a link has an underscore.
    private static string NameOf(LinkMlClass from, LinkMlSlot slot) => $"{from.Definition.ApiName}_{slot.Name}";

    private LinkType Link(LinkMlClass from, LinkMlSlot slot, LinkMlDefinition target, ElementId id, string name)
    {
        var to = classOf(target);
        var symmetric = LinkMlSlots.Truth(slot.Body["symmetric"]);
        if (symmetric && from != to)
            gaps.Add(from.Definition, $"Its link '{slot.Name}' joins two types here, so that 'symmetric' is not kept.", slot.Body["symmetric"]!.Line);
        symmetric &= from == to;
        return new LinkType
        {
            Id = id,
            Name = name,
            From = new LinkEnd { Id = StableIds.Member("from", id), Name = slot.Name, Type = from.Id, IsRequired = slot.IsRequired },
            To = new LinkEnd { Id = StableIds.Member("to", id), Name = symmetric ? slot.Name : string.Empty, Type = to.Id },
            Cardinality = slot.IsMany ? Cardinality.ManyToMany : Cardinality.ManyToOne,
            Directionality = symmetric ? Directionality.Bidirectional : Directionality.Unidirectional,
            IsSymmetric = symmetric,
            IsTransitive = LinkMlSlots.Truth(slot.Body["transitive"]),
        };
    }
}
