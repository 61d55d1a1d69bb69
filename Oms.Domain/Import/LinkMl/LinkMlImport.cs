using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;

namespace Oms.Domain.Import.LinkMl;

/// <summary>
/// What LinkML schemas say, as definitions of the registry. A class becomes an object type, or an interface where it is a mixin; a slot of
/// plain values a shared property, to which the properties of its classes refer; a slot that leads to a class link types; enums and types
/// become value types. Ids follow from the default prefix of a schema and the names in it, so that the next release meets what the last one
/// made. What the registry has no field for is kept in annotations; what can not be kept is in <see cref="ImportedVocabulary.Unmapped"/> with its line.
/// </summary>
public static class LinkMlImport
{
    /// <summary>Maps files together, so that they may refer to each other.</summary>
    /// <param name="files">The files.</param>
    /// <returns>The definitions, or <see cref="ImportFileInvalid"/> for a file that is no LinkML schema or defines something twice.</returns>
    public static Result<ImportedVocabulary> Map(ImmutableArray<LinkMlFile> files)
    {
        var gaps = new LinkMlGaps();
        var read = LinkMlModel.Read(files, gaps);
        if (!read.IsOk)
            return read.Refusals;
        var model = read.Value;
        var types = new LinkMlTypes(model, gaps);
        var slots = new LinkMlSlots(model, types, gaps);
        var classes = new LinkMlClasses(model, types, slots, gaps);
        var words = new LinkMlWords(model, gaps);
        var remainder = new LinkMlRemainder(model, slots, types, gaps);
        var kept = new HashSet<LinkMlDefinition>(ReferenceEqualityComparer.Instance);
        var elements = types.ValueTypes()
            .Concat(slots.All.Where(s => s.Type is not null).Select(s => ((Element)slots.Shared(s), s.Definition!)))
            .Concat(classes.Types())
            .Select(e => Kept(words.Told(e.Item1, e.Item2), e.Item2, remainder, kept))
            .Concat(classes.Links().Select(l => Told(l.Element, l.Slot, words) is var link && l.Slot.Definition is { } slot && link.Id == LinkMlLinks.IdOf(l.Slot)
                ? Kept(link, slot, remainder, kept)
                : link))
            .ToList();
        elements.AddRange(model.Schemas.Select(s => remainder.Head(s.Schema, s.Root, kept)));
        return new ImportedVocabulary(words.Linked(elements), gaps.Told);
    }

    private static Element Kept(Element element, LinkMlDefinition definition, LinkMlRemainder remainder, HashSet<LinkMlDefinition> kept)
    {
        kept.Add(definition);
        return element with { Annotations = remainder.Of(definition) };
    }

    private static Element Told(Element link, LinkMlSlot slot, LinkMlWords words) => slot.Definition is { } definition
        ? words.Told(link, definition)
        : link with { Description = link.Description.IsEmpty ? LinkMlWords.Description(slot.Body) : link.Description };
}
