using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Import.SchemaOrg;

/// <summary>What every element takes from its term: labels, description, section, where it came from, what supersedes it.</summary>
internal sealed class TermDescription(TermGraph graph, List<Unmapped> unmapped)
{
    private const string Root = "schemaorg";
    private const string SectionHost = ".schema.org";

    /// <summary>The element with all that.</summary>
    internal Element Apply(VocabularyTerm term, Element element)
    {
        var deprecation = DeprecationOf(term, element.Kind);
        return element with
        {
            DisplayName = new LocalizedText(term.Labels.Where(l => l.Value != element.Name && l.Value.Length <= Limits.LabelLength)),
            Description = element.Description.IsEmpty ? Texts(term) : element.Description,
            Namespace = NamespaceOf(term),
            Source = term.Address,
            Deprecation = deprecation,
            Status = deprecation is null ? Status.Active : Status.Deprecated,
        };
    }

    /// <summary>The comments as plain text, by language.</summary>
    internal static LocalizedText Texts(VocabularyTerm term) =>
        new(term.Comments.Select(c => KeyValuePair.Create(c.Key, Cut(PlainText.Of(c.Value)))));

    /// <summary>Why not to use it any more; null where nothing supersedes it.</summary>
    /// <param name="term">The term.</param>
    /// <param name="kind">The kind of element; only one of the same kind can be named as the replacement. Null for a member.</param>
    internal Deprecation? DeprecationOf(VocabularyTerm term, ElementKind? kind)
    {
        if (term.SupersededBy.Count == 0)
            return null;
        var successor = kind is ElementKind.ObjectType ? term.SupersededBy.FirstOrDefault(graph.IsObjectType) : null;
        return new Deprecation
        {
            Reason = ImportReasons.Superseded(term.SupersededBy.Select(Vocabulary.LocalName)),
            ReplacedBy = successor is null || successor == term.Address ? null : StableIds.Element(ElementKind.ObjectType, successor).Value,
        };
    }

    private string NamespaceOf(VocabularyTerm term)
    {
        foreach (var section in term.Sections)
            if (Uri.TryCreate(section, UriKind.Absolute, out var uri) && uri.Host.EndsWith(SectionHost, StringComparison.Ordinal))
                return $"{Root}.{ImportNames.Valid(uri.Host[..^SectionHost.Length])}";
            else
                unmapped.Add(new Unmapped(term.Address, $"It is part of {section}, which is no section of schema.org.", term.Line));
        return Root;
    }

    private static string Cut(string text) => text.Length <= Limits.DescriptionLength ? text : text[..(Limits.DescriptionLength - 2)] + "…";
}
