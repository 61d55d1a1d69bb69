using Oms.Domain.Import.Rdf;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;

namespace Oms.Domain.Import.SchemaOrg;

/// <summary>
/// The schema.org vocabulary as an ontology. A class becomes an object type; an enumeration with members becomes a value type besides. A
/// property becomes a shared property that every type it belongs to refers to, as far as its values are data, and a link type for each pair
/// of types that it joins, as far as they are things. What is superseded is deprecated and names its successor.
/// </summary>
public sealed class SchemaOrgMapping
{
    /// <summary>Link types that one import makes at most: as many pairs of types as properties join.</summary>
    public const int MaxLinks = 50_000;

    private readonly TermGraph graph = new();

    /// <summary>Takes a statement, in whatever order they come.</summary>
    public void Add(Triple triple) => graph.Add(triple);

    /// <summary>Maps what was taken.</summary>
    /// <returns>The vocabulary, or the refusal of one whose properties join more pairs than <see cref="MaxLinks"/>.</returns>
    public Result<ImportedVocabulary> Map()
    {
        var links = graph.Terms.Where(t => t.IsProperty).Sum(t => (long)t.Domains.Count * t.Ranges.Count);
        if (links > MaxLinks)
            return new LimitExceeded(
                "pairs of types that properties join", MaxLinks, (int)Math.Min(links, int.MaxValue), $"The properties of this vocabulary join {links} pairs of types; an import has at most {MaxLinks}.");
        var unmapped = new List<Unmapped>();
        var describe = new TermDescription(graph, unmapped);
        var names = new ImportNames();
        var enumerations = new EnumerationMapping(graph, describe, names, unmapped).Map();
        var properties = new PropertyMapping(graph, describe, names, enumerations, unmapped);
        properties.Map();
        var types = graph.Terms.Where(t => graph.IsObjectType(t.Address)).Select(t => TypeOf(t, describe, names, properties, unmapped)).ToList();
        unmapped.AddRange(Rest());
        return new ImportedVocabulary(
            [.. enumerations.Values, .. properties.Shared, .. types, .. properties.Links],
            [.. unmapped.OrderBy(u => u.Subject, StringComparer.Ordinal).ThenBy(u => u.Reason, StringComparer.Ordinal)]);
    }

    private ObjectType TypeOf(
        VocabularyTerm term, TermDescription describe, ImportNames names, PropertyMapping properties, List<Unmapped> unmapped)
    {
        foreach (var parent in term.Parents.Where(p => !graph.IsObjectType(p)))
            unmapped.Add(new Unmapped(term.Address, $"Its parent {parent} is no type of this vocabulary.", term.Line));
        var id = StableIds.Element(ElementKind.ObjectType, term.Address);
        return (ObjectType)describe.Apply(term, new ObjectType
        {
            Id = id,
            Name = names.Claim(ElementKind.ObjectType, term.LocalName),
            DocUrl = term.Address,
            Parents = [.. term.Parents.Where(graph.IsObjectType).Select(p => StableIds.Element(ElementKind.ObjectType, p))],
            Properties = [.. properties.Of(term.Address)],
        });
    }

    private IEnumerable<Unmapped> Rest()
    {
        foreach (var (predicate, count) in graph.LeftOut)
            yield return new Unmapped(predicate, $"The registry has no place for what this says; {count} statements were left out.", null);
        foreach (var term in graph.Terms)
            if (!Vocabulary.IsTerm(term.Address))
                yield return new Unmapped(term.Address, "It is a term of another vocabulary.", term.Line);
            else if (!term.IsClass && !term.IsProperty && !term.Types.Any(graph.IsEnumeration))
                yield return new Unmapped(term.Address, "It is a single thing, no definition.", term.Line);
    }
}
