using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Import.LinkMl;

/// <summary>Names, texts, tags and deprecation, which every definition has.</summary>
internal sealed class LinkMlWords(LinkMlModel model, LinkMlGaps gaps)
{
    /// <summary>The description that stands in a body; none where there is none, or nothing but white space.</summary>
    internal static LocalizedText Description(LinkMlMapping body) => LocalizedText.English((body["description"] as LinkMlScalar)?.Text.Trim());

    /// <summary>An element under the names and texts of its definition.</summary>
    internal Element Told(Element element, LinkMlDefinition definition)
    {
        var deprecation = Deprecation(element, definition);
        return element with
        {
            Name = element.Name.Length > 0 ? element.Name : definition.ApiName,
            DisplayName = LocalizedText.English((definition.Scalar("title")?.Text ?? definition.Name).Trim()),
            Description = element.Description.IsEmpty ? Description(definition.Body) : element.Description,
            Tags = Tags(definition),
            Source = definition.Source,
            Status = deprecation is null ? Status.Active : Status.Deprecated,
            Deprecation = deprecation,
        };
    }

    /// <summary>Elements without references to replacements that are not among them; those that do not lead anywhere are told.</summary>
    internal ImmutableArray<Element> Linked(IReadOnlyCollection<Element> elements)
    {
        var ids = elements.Select(e => e.Id.Value).ToHashSet(StringComparer.Ordinal);
        return [.. elements.Select(e => e.Deprecation is { ReplacedBy: { } by } && !ids.Contains(by) ? Unreplaced(e) : e)];
    }

    private Element Unreplaced(Element element)
    {
        gaps.Add(element.Name, "What replaces it is of another kind here, so that it is not kept.", null);
        return element with { Deprecation = element.Deprecation! with { ReplacedBy = null } };
    }

    private Deprecation? Deprecation(Element element, LinkMlDefinition definition)
    {
        if (definition.Scalar("deprecated") is not { } deprecated || deprecated.Truth == false)
            return null;
        var reason = deprecated.Truth == true || string.IsNullOrWhiteSpace(deprecated.Text) ? "Deprecated in the schema it comes from." : deprecated.Text.Trim();
        return new Deprecation { Reason = reason, ReplacedBy = Replacement(element, definition) };
    }

    private string? Replacement(Element element, LinkMlDefinition definition)
    {
        if (definition.Scalar("deprecated_element_has_exact_replacement") is not { } text)
            return null;
        if (Find(definition.Section, text.Text) is { } other && other != definition && IdOf(element, other) is var id && id != element.Id)
            return id.Value;
        gaps.Add(definition, $"Its replacement '{LinkMlGaps.Shortened(text.Text)}' is not in these files.", text.Line);
        return null;
    }

    private LinkMlDefinition? Find(LinkMlSection section, string text)
    {
        var name = text[(text.IndexOf(':') + 1)..];
        return model.Find(section, text) ?? model.Find(section, name) ?? model.Find(section, name.Replace('_', ' '));
    }

    private static ElementId IdOf(Element element, LinkMlDefinition other) =>
        StableIds.Element(element.Kind, other.Address);

    private ImmutableArray<string> Tags(LinkMlDefinition definition)
    {
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (key, prefix) in (ReadOnlySpan<(string, string)>)[("aliases", ""), ("in_subset", "subset:")])
            foreach (var text in gaps.Texts(definition.Words, definition.Body[key]))
                if (prefix + text.Text.Trim() is { Length: > 0 and <= Limits.TagLength } tag && tags.Count < Limits.Tags && TextRules.IsClean(tag))
                    tags.Add(tag);
                else
                    gaps.Add(definition, $"The tag '{LinkMlGaps.Shortened(text.Text)}' is too long, or one too many.", text.Line);
        return [.. tags];
    }
}
