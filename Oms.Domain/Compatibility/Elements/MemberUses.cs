using Oms.Domain.Ontology;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>Collects who relies on one member.</summary>
internal sealed class MemberUses(Snapshot snapshot, Member member)
{
    private readonly Dictionary<(ElementId, MemberId?, MemberUseKind), MemberUse> found = [];

    internal IEnumerable<MemberUse> Found => found.Values;

    internal void Find(Element element)
    {
        switch (element, member)
        {
            case (ObjectType type, Property property):
                FindFor(type, property);
                break;
            case (Interface contract, _):
                FindFor(contract);
                break;
            case (LinkType, LinkEnd end):
                FindFor(end);
                break;
            case (StructType structure, StructField field):
                FindFor(structure, field);
                break;
            case (FunctionType, Parameter):
                foreach (var usage in snapshot.UsagesOf(element.Id, UsageKind.Function))
                    Add(usage, MemberUseKind.Calls);
                break;
        }

        FindReplaced(element);
    }

    private void FindFor(ObjectType type, Property property)
    {
        List<ObjectType> holders = [type];
        foreach (var heir in snapshot.DescendantsOf(type))
        {
            if (heir.Properties.FirstOrDefault(p => p.Name == property.Name) is { } own)
                Add(heir, own, MemberUseKind.Overrides);
            else if (snapshot.EffectiveProperties(heir).Any(p => p.Own.Id == property.Id))
            {
                Add(heir, null, MemberUseKind.Inherits);
                holders.Add(heir);
            }
        }

        foreach (var holder in holders)
            FindAt(holder, property);
    }

    private void FindAt(ObjectType holder, Property property)
    {
        if (holder.TitleProperty == property.Id)
            Add(holder, null, MemberUseKind.Title);
        if (holder.SubtitleProperty == property.Id)
            Add(holder, null, MemberUseKind.Subtitle);
        foreach (var contract in snapshot.InterfacesOf(holder))
            if (contract.Properties.FirstOrDefault(p => p.Name == property.Name) is { } required)
                Add(contract, required, MemberUseKind.RequiredBy);
        if (!property.IsPrimaryKey)
            return;
        foreach (var link in snapshot.LinksOf(holder.Id))
            Add(link, null, MemberUseKind.Key);
        foreach (var usage in snapshot.UsagesOf(holder.Id, UsageKind.Type).Concat(snapshot.UsagesOf(holder.Id, UsageKind.ReturnType)))
            Add(usage, MemberUseKind.Key);
    }

    private void FindFor(Interface contract)
    {
        var extenders = Reach.From(contract, c => snapshot.ExtendersOf(c.Id));
        foreach (var extender in extenders)
            Add(extender, null, MemberUseKind.Inherits);
        foreach (var implementer in extenders.Prepend(contract).SelectMany(c => snapshot.ImplementersOf(c.Id)).Distinct())
            foreach (var type in snapshot.DescendantsOf(implementer).Prepend(implementer))
                FindSatisfying(type);
    }

    private void FindSatisfying(ObjectType type)
    {
        if (member is RequiredLink)
        {
            foreach (var link in snapshot.LinksOf(type.Id))
                foreach (var end in EndsAt(link, type.Id).Where(e => e.Name == member.Name))
                    Add(link, end, MemberUseKind.Satisfies);
            return;
        }

        if (snapshot.EffectiveProperties(type).FirstOrDefault(p => p.Name == member.Name) is { } effective)
            Add(type, effective.DeclaredBy == type.Id ? effective.Own : null, MemberUseKind.Satisfies);
    }

    private void FindFor(LinkEnd end)
    {
        if (snapshot.Find(end.Type) is not { } place)
            return;
        Add(place, null, MemberUseKind.Field);
        var heirs = place is ObjectType type ? snapshot.DescendantsOf(type) : [];
        foreach (var heir in heirs)
            Add(heir, null, MemberUseKind.Inherits);
        foreach (var holder in heirs.Prepend(place).OfType<ObjectType>())
            foreach (var contract in snapshot.InterfacesOf(holder))
                if (contract.RequiredLinks.FirstOrDefault(r => r.Name == end.Name) is { } required)
                    Add(contract, required, MemberUseKind.RequiredBy);
    }

    private void FindFor(StructType structure, StructField field)
    {
        if (structure.DisplayTemplate?.Contains($"{{{field.Name}}}", StringComparison.Ordinal) is true)
            Add(structure, null, MemberUseKind.Template);
        var seen = new HashSet<ElementId> { structure.Id };
        var open = new Queue<ElementId>(seen);
        while (open.TryDequeue(out var id))
            foreach (var usage in snapshot.UsagesOf(id).Where(u => u.Kind is UsageKind.Type or UsageKind.ReturnType or UsageKind.SharedProperty))
            {
                Add(usage, MemberUseKind.Holds);
                // Their values are in turn parts of others'.
                if (snapshot.Find(usage.By) is StructType or SharedProperty or ValueType && seen.Add(usage.By))
                    open.Enqueue(usage.By);
            }
    }

    private void FindReplaced(Element element)
    {
        foreach (var other in element.Members)
            if (other.Deprecation?.ReplacedBy == member.Id.Value)
                Add(element, other, MemberUseKind.ReplacedBy);
    }

    private static IEnumerable<LinkEnd> EndsAt(LinkType link, ElementId type) => new[] { link.From, link.To }.Where(e => e.Type == type);

    private void Add(Usage usage, MemberUseKind kind)
    {
        if (snapshot.Find(usage.By) is { } user)
            Add(user, usage.Member is { } id ? user.Members.FirstOrDefault(m => m.Id == id) : null, kind);
    }

    private void Add(Element user, Member? of, MemberUseKind kind) => found.TryAdd((user.Id, of?.Id, kind), new MemberUse(user, of, kind));
}
