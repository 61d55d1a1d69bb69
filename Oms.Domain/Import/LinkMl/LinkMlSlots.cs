using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Import.LinkMl;

/// <summary>Slots with what they inherit from each other (LinkML metamodel: range, domain, multivalued, required are inherited along is_a).</summary>
internal sealed class LinkMlSlots
{
    private readonly Dictionary<string, LinkMlSlot> slots = new(StringComparer.Ordinal);
    private readonly LinkMlModel model;
    private readonly LinkMlTypes types;
    private readonly LinkMlGaps gaps;

    internal LinkMlSlots(LinkMlModel model, LinkMlTypes types, LinkMlGaps gaps)
    {
        (this.model, this.types, this.gaps) = (model, types, gaps);
        foreach (var definition in model.Of(LinkMlSection.Slots))
            if (Read(definition) is { } slot)
                slots[definition.Name] = slot;
    }

    /// <summary>The slots in the order of the files.</summary>
    internal IEnumerable<LinkMlSlot> All => slots.Values;

    /// <summary>A slot by its name; null where there is none, or none that could be mapped.</summary>
    internal LinkMlSlot? Find(string name) => slots.GetValueOrDefault(name);

    /// <summary>An attribute of a class: a slot that no other class shares.</summary>
    internal LinkMlSlot? Attribute(LinkMlDefinition owner, LinkMlEntry entry)
    {
        var subject = $"{owner.Words}, attribute '{LinkMlGaps.Shortened(entry.Key)}'";
        var body = gaps.Body(subject, entry);
        gaps.Rest(subject, body, LinkMlKeys.OfSlot);
        var name = LinkMlNames.Camel(entry.Key);
        if (name.Length == 0 || name is "true" or "false" or "null")
        {
            gaps.Add(subject, "No name can be made of it.", entry.Line);
            return null;
        }
        return Range(subject, (body["range"] as LinkMlScalar)?.Text ?? owner.Schema.DefaultRange, entry.Line) is not { } range ? null
            : new LinkMlSlot(
                name, owner.Address + "\n" + entry.Key, body, range, Truth(body["multivalued"]), Truth(body["required"]) || Truth(body["identifier"]),
                null, owner);
    }

    /// <summary>The shared property for a slot of plain values.</summary>
    internal SharedProperty Shared(LinkMlSlot slot) => new()
    {
        Id = slot.SharedProperty,
        Type = slot.Type,
        IsRequired = slot.IsRequired,
        IsUnique = Truth(slot.Body["identifier"]) || Truth(slot.Body["key"]),
        Constraints = types.Constraints(slot.Definition!.Words, slot.Body, slot.Range.Data!, slot.IsMany),
    };

    private LinkMlSlot? Read(LinkMlDefinition slot)
    {
        gaps.Rest(slot.Words, slot.Body, LinkMlKeys.OfSlot);
        var above = Above(slot);
        TellParents(slot);
        var name = Inherited(above, "range")?.Text ?? slot.Schema.DefaultRange;
        if (Range(slot.Words, name, slot.Scalar("range")?.Line ?? slot.Line) is not { } range)
            return null;
        var required = Truth(Inherited(above, "required")) || slot.Is("identifier") || slot.Is("key");
        return new LinkMlSlot(
            slot.ApiName, slot.Address, slot.Body, range, Truth(Inherited(above, "multivalued")), required, slot, Domain(slot, above));
    }

    private LinkMlDefinition? Domain(LinkMlDefinition slot, List<LinkMlDefinition> above)
    {
        if (Inherited(above, "domain") is not { } name)
            return null;
        var domain = model.Find(LinkMlSection.Classes, name.Text);
        if (domain is null && slot.Scalar("domain") is not null)
            gaps.Add(slot, $"Its domain '{LinkMlGaps.Shortened(name.Text)}' is no class of these files.", name.Line);
        return domain;
    }

    private LinkMlRange? Range(string subject, string name, int line)
    {
        var range = types.Range(name);
        if (range is null)
            gaps.Add(subject, $"It is left out: its range '{LinkMlGaps.Shortened(name)}' is no class, enum or type of these files or of LinkML.", line);
        return range;
    }

    private void TellParents(LinkMlDefinition slot)
    {
        foreach (var key in (string[])["is_a", "mixins"])
            foreach (var name in gaps.Texts(slot.Words, slot.Body[key]))
                gaps.Add(slot, model.Find(LinkMlSection.Slots, name.Text) is null
                    ? $"The slot '{LinkMlGaps.Shortened(name.Text)}', which it names under '{key}', is not in these files."
                    : $"Properties and links have no parents here, so that '{key}: {LinkMlGaps.Shortened(name.Text)}' is not kept.", name.Line);
    }

    // Itself first, then the slots it is a kind of.
    private List<LinkMlDefinition> Above(LinkMlDefinition slot)
    {
        var seen = new HashSet<LinkMlDefinition>(ReferenceEqualityComparer.Instance);
        var line = new List<LinkMlDefinition>();
        for (var step = slot; step is not null && line.Count < Limits.Ancestors && seen.Add(step);
            step = step.Scalar("is_a") is { } above ? model.Find(LinkMlSection.Slots, above.Text) : null)
            line.Add(step);
        return line;
    }

    private static LinkMlScalar? Inherited(List<LinkMlDefinition> line, string key) =>
        line.Select(s => s.Scalar(key)).FirstOrDefault(v => v is not null);

    internal static bool Truth(LinkMlNode? node) => node is LinkMlScalar { Truth: true };
}
