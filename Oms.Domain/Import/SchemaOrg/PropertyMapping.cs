using Oms.Domain.Ontology;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Import.SchemaOrg;

/// <summary>Properties as shared properties, the properties that refer to them, and link types.</summary>
internal sealed class PropertyMapping(
    TermGraph graph,
    TermDescription describe,
    ImportNames names,
    SortedDictionary<string, ValueType> enumerations,
    List<Unmapped> unmapped)
{
    private readonly Dictionary<string, List<Property>> byOwner = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SharedProperty> shared = new(StringComparer.Ordinal);
    private readonly List<LinkType> links = [];
    private readonly Dictionary<ElementId, VocabularyTerm> termOf = [];

    /// <summary>The shared properties, in the order of addresses.</summary>
    internal IEnumerable<SharedProperty> Shared => shared.Values;

    /// <summary>The link types.</summary>
    internal IEnumerable<LinkType> Links => links;

    /// <summary>The properties of the type at this address.</summary>
    internal IEnumerable<Property> Of(string owner) => byOwner.GetValueOrDefault(owner) ?? [];

    /// <summary>Maps every property; before this there is nothing.</summary>
    internal void Map()
    {
        foreach (var term in graph.Terms.Where(t => t.IsProperty && Vocabulary.IsTerm(t.Address)))
            Map(term);
        NameSuccessors();
    }

    private void Map(VocabularyTerm term)
    {
        var domains = term.Domains.Where(d => IsKnown(term, d, "belongs to")).ToList();
        var values = term.Ranges.Where(r => graph.IsDataType(r) || enumerations.ContainsKey(r)).ToList();
        var things = term.Ranges.Except(values).Where(r => IsKnown(term, r, "leads to")).ToList();
        if (values.Count > 0)
            Share(term, domains, values);
        if (domains.Count == 0)
            unmapped.Add(new Unmapped(term.Address, "No type of this vocabulary has this property.", term.Line));
        if (values.Count == 0 && things.Count == 0)
            unmapped.Add(new Unmapped(term.Address, "The files do not say what values this property has.", term.Line));
        Link(term, domains, things);
    }

    private bool IsKnown(VocabularyTerm term, string type, string verb)
    {
        if (graph.IsObjectType(type))
            return true;
        unmapped.Add(new Unmapped(term.Address, $"It {verb} {type}, which is no type of this vocabulary.", term.Line));
        return false;
    }

    private void Share(VocabularyTerm term, List<string> domains, List<string> values)
    {
        var definition = (SharedProperty)describe.Apply(term, new SharedProperty
        {
            Id = StableIds.Element(ElementKind.SharedProperty, term.Address),
            Name = names.Claim(ElementKind.SharedProperty, term.LocalName),
            Type = TypeOf(term, values),
        });
        shared.Add(term.Address, definition);
        foreach (var domain in domains)
        {
            var owner = StableIds.Element(ElementKind.ObjectType, domain);
            if (!byOwner.TryGetValue(domain, out var own))
                byOwner[domain] = own = [];
            own.Add(new Property
            {
                Id = StableIds.Member(term.Address, owner),
                Name = definition.Name,
                SharedProperty = definition.Id,
                Status = definition.Status,
                Deprecation = describe.DeprecationOf(term, null),
            });
        }
    }

    private TypeRef TypeOf(VocabularyTerm term, List<string> values)
    {
        var types = values.Select(TypeOf).Distinct().ToList();
        if (types.Count == 1)
            return types[0];
        var widest = DataRanges.Widest(types.Select(t => t.DataType));
        unmapped.Add(new Unmapped(
            term.Address, $"Its values are {string.Join(" or ", values.Select(Vocabulary.LocalName))}; a property has one type, and {widest} was taken.", term.Line));
        return TypeRef.Data(widest);
    }

    private TypeRef TypeOf(string range) => enumerations.TryGetValue(range, out var listed)
        ? new TypeRef { ValueType = listed.Id }
        : TypeRef.Data(DataRanges.TypeOf(range, graph));

    private void Link(VocabularyTerm term, List<string> domains, List<string> things)
    {
        var isSingle = domains.Count * things.Count == 1;
        foreach (var domain in domains)
            foreach (var thing in things)
            {
                var (from, to) = (Vocabulary.LocalName(domain), Vocabulary.LocalName(thing));
                var id = IdOf(term.Address, domain, thing);
                termOf[id] = term;
                links.Add((LinkType)describe.Apply(term, new LinkType
                {
                    Id = id,
                    Name = names.Claim(ElementKind.LinkType, isSingle ? term.LocalName : $"{from}_{term.LocalName}_{to}"),
                    From = End("from", domain, ImportNames.Valid(term.LocalName), id),
                    To = End("to", thing, term.Inverses.Select(i => ImportNames.Valid(Vocabulary.LocalName(i))).FirstOrDefault(string.Empty), id),
                }));
            }
    }

    private static LinkEnd End(string side, string type, string name, ElementId owner) => new()
    {
        Id = StableIds.Member(side, owner),
        Name = name,
        Type = StableIds.Element(ElementKind.ObjectType, type),
    };

    private static ElementId IdOf(string property, string domain, string range) =>
        StableIds.Element(ElementKind.LinkType, $"{property} {domain} {range}");

    private void NameSuccessors()
    {
        foreach (var (address, definition) in shared.Where(s => s.Value.Deprecation is not null).ToList())
            if (graph.Find(address)!.SupersededBy.FirstOrDefault(s => s != address && shared.ContainsKey(s)) is { } successor)
                shared[address] = definition with { Deprecation = definition.Deprecation! with { ReplacedBy = shared[successor].Id.Value } };
        var pairs = links.ToLookup(l => (termOf[l.Id].Address, l.From.Type));
        for (var i = 0; i < links.Count; i++)
            if (links[i] is { Deprecation: { } deprecation } link && SuccessorOf(link, pairs) is { } next)
                links[i] = link with { Deprecation = deprecation with { ReplacedBy = next.Id.Value } };
    }

    // The successor that joins the same two types, else one that starts at the same type.
    private LinkType? SuccessorOf(LinkType link, ILookup<(string, ElementId), LinkType> pairs)
    {
        var candidates = termOf[link.Id].SupersededBy.SelectMany(s => pairs[(s, link.From.Type)]).Where(l => l.Id != link.Id).ToList();
        return candidates.FirstOrDefault(c => c.To.Type == link.To.Type) ?? candidates.FirstOrDefault();
    }
}
