namespace Oms.Domain.Ontology.Rules;

/// <summary>
/// Which untouched elements a commit can have made invalid, each with the written element that caused it. Changes that others cannot
/// notice (labels, descriptions, icons …) reach nobody.
/// </summary>
internal sealed class Impact
{
    private readonly Snapshot before;
    private readonly Snapshot after;

    internal Impact(Transition transition)
    {
        before = transition.Before;
        after = transition.After;
        foreach (var element in transition.Written)
            Spread(element, before.Find(element.Id));
        foreach (var element in transition.Deleted)
            if (element is LinkType link)
                SpreadLink(link);
    }

    /// <summary>Object types and interfaces whose inheritance is to be checked.</summary>
    internal Dictionary<ElementId, ElementId> Inheritance { get; } = [];

    /// <summary>Object types whose interfaces are to be checked.</summary>
    internal Dictionary<ElementId, ElementId> Satisfaction { get; } = [];

    /// <summary>Elements whose types, constraints and values are to be checked.</summary>
    internal Dictionary<ElementId, ElementId> Typed { get; } = [];

    private void Spread(Element element, Element? old)
    {
        switch (element, old)
        {
            case (ObjectType type, _):
                Inheritance.TryAdd(type.Id, type.Id);
                Satisfaction.TryAdd(type.Id, type.Id);
                if (old is ObjectType was && !Shapes.SameForHeirs(was, type))
                    SpreadType(type, was);
                break;
            case (Interface contract, _):
                Inheritance.TryAdd(contract.Id, contract.Id);
                if (old is Interface wasContract && !Shapes.SameForImplementers(wasContract, contract))
                    SpreadInterface(contract, contract.Id);
                break;
            case (LinkType link, LinkType wasLink) when !Shapes.SameForEnds(wasLink, link):
                SpreadLink(wasLink);
                break;
            case (ValueType value, ValueType wasValue) when value.Version != wasValue.Version:
                SpreadValues(value.Id, value.Id);
                break;
            case (StructType structure, StructType wasStructure) when structure.Fields != wasStructure.Fields:
                SpreadValues(structure.Id, structure.Id);
                break;
            case (SharedProperty shared, SharedProperty wasShared) when !Shapes.SameForUsers(wasShared, shared):
                SpreadValues(shared.Id, shared.Id);
                SpreadShared(shared);
                break;
        }
    }

    private void SpreadType(ObjectType type, ObjectType was)
    {
        if (Shapes.OnlyAdded(was, type) is { } added && !after.AncestorsOf(type).Any(a => a.Properties.Any(p => added.Contains(p.Name))))
        {
            SpreadAdded(type, added);
            return;
        }

        foreach (var heir in after.DescendantsOf(type))
        {
            Inheritance.TryAdd(heir.Id, type.Id);
            Satisfaction.TryAdd(heir.Id, type.Id);
        }

        if (was.Parents.SequenceEqual(type.Parents) && was.Interfaces.SequenceEqual(type.Interfaces))
            return;
        // A link to this type may have led to what an interface asks for only by what this type inherited.
        foreach (var link in after.DescendantsOf(type).Prepend(type).SelectMany(t => after.LinksOf(t.Id)).Distinct())
            SpreadEnds(link, type.Id);
    }

    // A property of a new name satisfies no interface less; it can only meet its own name further down. With a second parent it may also
    // come to stand before that parent's property of the name.
    private void SpreadAdded(ObjectType type, HashSet<string> added)
    {
        foreach (var heir in after.DescendantsOf(type))
        {
            if (heir.Parents.Length > 1 || heir.Properties.Any(p => added.Contains(p.Name)))
                Inheritance.TryAdd(heir.Id, type.Id);
            if (heir.Parents.Length > 1)
                AddWithHeirs(heir, type.Id);
        }
    }

    private void SpreadInterface(Interface contract, ElementId cause)
    {
        var extenders = Reach.From(contract, c => after.ExtendersOf(c.Id));
        foreach (var extender in extenders.Prepend(contract))
        {
            Inheritance.TryAdd(extender.Id, cause);
            foreach (var implementer in after.ImplementersOf(extender.Id))
                AddWithHeirs(implementer, cause);
        }
    }

    private void SpreadLink(LinkType was) => SpreadEnds(was, was.Id);

    private void SpreadEnds(LinkType link, ElementId cause)
    {
        foreach (var end in new[] { link.From.Type, link.To.Type }.Distinct())
            if (after.Find(end) is ObjectType type)
                AddWithHeirs(type, cause);
            else if (after.Find(end) is Interface contract)
                SpreadInterface(contract, cause);
    }

    private void SpreadShared(SharedProperty shared)
    {
        foreach (var usage in after.UsagesOf(shared.Id, UsageKind.SharedProperty))
            if (after.Find(usage.By) is ObjectType type)
                AddWithHeirs(type, shared.Id);
            else if (after.Find(usage.By) is Interface contract)
                SpreadInterface(contract, shared.Id);
    }

    private void SpreadValues(ElementId changed, ElementId cause)
    {
        var open = new Queue<ElementId>([changed]);
        while (open.TryDequeue(out var id))
            foreach (var usage in after.UsagesOf(id))
                if (usage.Kind is UsageKind.Type or UsageKind.SharedProperty && Typed.TryAdd(usage.By, cause)
                    && after.Find(usage.By) is StructType or SharedProperty)
                    open.Enqueue(usage.By);
    }

    private void AddWithHeirs(ObjectType type, ElementId cause)
    {
        foreach (var heir in after.DescendantsOf(type).Prepend(type))
            Satisfaction.TryAdd(heir.Id, cause);
    }
}
