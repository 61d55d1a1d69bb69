using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Import.LinkMl;

/// <summary>Classes become object types, those that are mixins interfaces; their slots of plain values become properties.</summary>
internal sealed class LinkMlClasses
{
    private readonly Dictionary<LinkMlDefinition, LinkMlClass> classes = new(ReferenceEqualityComparer.Instance);
    private readonly LinkMlModel model;
    private readonly LinkMlTypes types;
    private readonly LinkMlSlots slots;
    private readonly LinkMlLinks links;
    private readonly HashSet<ElementId> required;
    private readonly Dictionary<ElementId, string> addresses;
    private readonly LinkMlGaps gaps;

    internal LinkMlClasses(LinkMlModel model, LinkMlTypes types, LinkMlSlots slots, LinkMlGaps gaps)
    {
        (this.model, this.types, this.slots, this.gaps) = (model, types, slots, gaps);
        links = new LinkMlLinks(ClassOf, gaps);
        addresses = slots.All.ToDictionary(s => s.SharedProperty, s => s.Address);
        required = [.. slots.All.Where(s => s.IsRequired).Select(s => s.SharedProperty)];
        foreach (var definition in model.Of(LinkMlSection.Classes))
            classes.Add(definition, new LinkMlClass(definition));
        foreach (var one in classes.Values)
            Join(one);
        foreach (var slot in slots.All.Where(s => s.Domain is not null))
            ClassOf(slot.Domain!).Slots.Add(slot.Definition!.Name);
        // What a class inherits is looked at when its own slots are, so those above come first, and interfaces before all.
        var sorted = Sorted();
        foreach (var one in sorted)
            Fill(one);
        foreach (var one in sorted.Where(c => !c.IsInterface))
            Satisfy(one);
    }

    /// <summary>The object types and interfaces.</summary>
    internal IEnumerable<(Element Element, LinkMlDefinition Definition)> Types() =>
        classes.Values.Select(c => ((Element)(c.IsInterface ? Contract(c) : Type(c)), c.Definition));

    /// <summary>The link types: those of slots with a domain, and those of each class that has a slot.</summary>
    internal IEnumerable<(Element Element, LinkMlSlot Slot)> Links() => links.All(slots.All);

    private LinkMlClass ClassOf(LinkMlDefinition definition) => classes[definition];

    private static Interface Contract(LinkMlClass one) => new()
    {
        Id = one.Id,
        Extends = [.. one.Parents.Select(p => p.Id)],
        Properties = [.. one.Properties],
    };

    private static ObjectType Type(LinkMlClass one) => new()
    {
        Id = one.Id,
        Parents = [.. one.Parents.Select(p => p.Id)],
        Interfaces = [.. one.Interfaces.Select(i => i.Id)],
        IsAbstract = one.Definition.Is("abstract"),
        Properties = [.. one.Properties],
    };

    private void Join(LinkMlClass one)
    {
        gaps.Rest(one.Definition.Words, one.Definition.Body, LinkMlKeys.OfClass);
        foreach (var key in (string[])["is_a", "mixins"])
            foreach (var name in gaps.Texts(one.Definition.Words, one.Definition.Body[key]))
                if (model.Find(LinkMlSection.Classes, name.Text) is { } found)
                    Join(one, ClassOf(found), key, name.Line);
                else
                    gaps.Add(one.Definition, $"'{LinkMlGaps.Shortened(name.Text)}', which it names under '{key}', is no class of these files.", name.Line);
        if (one.IsInterface && one.Definition.Is("abstract"))
            gaps.Add(one.Definition, "An interface has no objects anyway, so that 'abstract' is not kept.");
    }

    private void Join(LinkMlClass one, LinkMlClass other, string key, int line)
    {
        if (one.IsInterface && !other.IsInterface)
            gaps.Add(one.Definition, $"An interface can not inherit from the object type '{other.Definition.Name}', which it names under '{key}'.", line);
        else if ((one.IsInterface == other.IsInterface ? one.Parents : one.Interfaces) is var named && !named.Contains(other))
            named.Add(other);
    }

    private List<LinkMlClass> Sorted()
    {
        var sorted = new List<LinkMlClass>();
        var seen = new HashSet<LinkMlClass>();
        foreach (var start in classes.Values.OrderByDescending(c => c.IsInterface))
        {
            var open = new Stack<(LinkMlClass Class, bool Done)>([(start, false)]);
            while (open.TryPop(out var step))
                if (step.Done)
                    sorted.Add(step.Class);
                else if (seen.Add(step.Class))
                {
                    open.Push((step.Class, true));
                    foreach (var parent in step.Class.Parents)
                        open.Push((parent, false));
                }
        }
        return sorted;
    }

    private void Fill(LinkMlClass one)
    {
        var words = one.Definition.Words;
        foreach (var name in gaps.Texts(words, one.Definition.Body["slots"]))
            if (slots.Find(name.Text) is { } slot)
                Take(one, name.Text, slot, name.Line);
            else
                gaps.Add(one.Definition, $"Its slot '{LinkMlGaps.Shortened(name.Text)}' is not in these files, or was left out.", name.Line);
        foreach (var entry in gaps.Named(words, one.Definition.Body["attributes"]))
            if (slots.Attribute(one.Definition, entry) is { } attribute)
                Take(one, entry.Key, attribute, entry.Line);
        foreach (var entry in gaps.Named(words, one.Definition.Body["slot_usage"]))
            Use(one, entry);
    }

    private void Take(LinkMlClass one, string name, LinkMlSlot slot, int line)
    {
        one.Slots.Add(name);
        if (slot.Range.Class is not null)
            links.Take(one, slot);
        else
            Put(one, PropertyOf(one, slot), line);
    }

    private void Put(LinkMlClass one, Property property, int line)
    {
        if (one.Clashes(property))
            gaps.Add(one.Definition, $"It has, or inherits, another property '{property.Name}' already, so that this one is left out.", line);
        else
            one.Put(property);
    }

    private Property PropertyOf(LinkMlClass one, LinkMlSlot slot) => slot.Definition is not null
        ? new Property { Id = StableIds.Member(slot.Address, one.Id), Name = slot.Name, SharedProperty = slot.SharedProperty }
        : new Property
        {
            Id = StableIds.Member(slot.Address, one.Id),
            Name = slot.Name,
            Type = slot.Type,
            IsRequired = slot.IsRequired ? true : null,
            IsUnique = LinkMlSlots.Truth(slot.Body["identifier"]) || LinkMlSlots.Truth(slot.Body["key"]) ? true : null,
            Description = LinkMlWords.Description(slot.Body),
            Constraints = types.Constraints($"{one.Definition.Words}, attribute '{slot.Name}'", slot.Body, slot.Range.Data!, slot.IsMany),
        };

    private void Use(LinkMlClass one, LinkMlEntry entry)
    {
        var words = $"{one.Definition.Words}, slot_usage '{LinkMlGaps.Shortened(entry.Key)}'";
        var usage = gaps.Body(words, entry);
        gaps.Rest(words, usage, LinkMlKeys.OfUsage);
        if (slots.Find(entry.Key) is not { } slot)
            gaps.Add(words, "There is no such slot in these files, or it was left out.", entry.Line);
        else if (!one.Has(entry.Key))
            gaps.Add(words, "The class neither has this slot nor inherits it.", entry.Line);
        else if (slot.Range.Class is not null)
            Narrow(one, slot, usage, words);
        else
            Override(one, slot, usage, words, entry.Line);
    }

    private void Narrow(LinkMlClass one, LinkMlSlot slot, LinkMlMapping usage, string words)
    {
        var range = usage["range"] is LinkMlScalar name ? types.Range(name.Text) : slot.Range;
        if (range?.Class is { } target)
            links.Narrow(one, slot, target, usage);
        else
            gaps.Add(words, "The slot leads to a class, and this range is none of these files.", usage["range"]!.Line);
    }

    private void Override(LinkMlClass one, LinkMlSlot slot, LinkMlMapping usage, string words, int line)
    {
        var own = one.Effective(slot.Name) is { } known && known.SharedProperty == slot.SharedProperty ? known : PropertyOf(one, slot);
        var narrowed = own with
        {
            Id = StableIds.Member(slot.Address, one.Id),
            IsRequired = usage["required"] is LinkMlScalar { Truth: { } required } ? required : own.IsRequired,
            Description = LinkMlWords.Description(usage) is { IsEmpty: false } description ? description : own.Description,
            Constraints = Values(slot, usage, words) is { IsEmpty: false } values ? values : own.Constraints,
        };
        if (usage["multivalued"] is LinkMlScalar { Truth: { } many } && many != slot.IsMany)
            gaps.Add(words, "Whether there may be several values is the shared property's to say, and can not be overridden.", usage["multivalued"]!.Line);
        if ((usage["required"] ?? usage["description"] ?? usage["range"]) is not null)
            Put(one, narrowed, line);
    }

    private ImmutableArray<Constraint> Values(LinkMlSlot slot, LinkMlMapping usage, string words)
    {
        if (usage["range"] is not LinkMlScalar name || types.Range(name.Text) is { Type: { } type } && type == slot.Range.Type)
            return [];
        if (types.Range(name.Text) is { Enum: { } list } && slot is { IsMany: false, Range: { Data: "string", Enum: null } })
            return types.Values(list);
        gaps.Add(words, $"The type is the shared property's to say, so that the range '{LinkMlGaps.Shortened(name.Text)}' is not kept.", name.Line);
        return [];
    }

    // LinkML gives a class the slots of its mixins; here an object type has to say that it has what its interfaces ask for.
    private void Satisfy(LinkMlClass one)
    {
        foreach (var contract in one.AllInterfaces())
            foreach (var wanted in contract.Properties)
                if (one.Effective(wanted.Name) is not { } actual)
                    one.Put(wanted with { Id = MemberId(contract, wanted, one) });
                else if (IsRequired(wanted) && !IsRequired(actual) && actual.SharedProperty == wanted.SharedProperty)
                    one.Put(actual with { Id = MemberId(contract, wanted, one), IsRequired = true });
    }

    // The id that the property would have if the class named the slot itself, so that it stays the same when one day it does.
    private MemberId MemberId(LinkMlClass contract, Property wanted, LinkMlClass owner) =>
        StableIds.Member(wanted.SharedProperty is { } shared ? addresses[shared] : $"{contract.Id}\n{wanted.Id}", owner.Id);

    private bool IsRequired(Property property) => property.IsRequired
        ?? (property.SharedProperty is { } shared && required.Contains(shared));
}
