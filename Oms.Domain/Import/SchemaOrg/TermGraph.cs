using Oms.Domain.Import.Rdf;

namespace Oms.Domain.Import.SchemaOrg;

/// <summary>The terms of a vocabulary by address, gathered from statements in any order.</summary>
internal sealed class TermGraph
{
    private readonly SortedDictionary<string, VocabularyTerm> terms = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> ancestors = new(StringComparer.Ordinal);

    /// <summary>Every term spoken of, in the order of addresses.</summary>
    internal IEnumerable<VocabularyTerm> Terms => terms.Values;

    /// <summary>Predicates that have no meaning to the mapping, with how many statements they have.</summary>
    internal IEnumerable<KeyValuePair<string, int>> LeftOut => leftOut;

    /// <summary>A term; null where nothing is said of it.</summary>
    internal VocabularyTerm? Find(string address) => terms.GetValueOrDefault(address);

    /// <summary>Takes a statement.</summary>
    internal void Add(Triple triple)
    {
        var address = Vocabulary.Canonical(triple.Subject);
        if (!terms.TryGetValue(address, out var term))
            terms[address] = term = new VocabularyTerm(address, triple.Line);
        var predicate = Vocabulary.Canonical(triple.Predicate);
        if (triple.Object.IsLiteral ? !AddText(term, predicate, triple.Object) : !AddReference(term, predicate, Vocabulary.Canonical(triple.Object.Value)))
            leftOut[predicate] = leftOut.GetValueOrDefault(predicate) + 1;
    }

    /// <summary>The classes of schema.org above this one, without itself.</summary>
    internal HashSet<string> AncestorsOf(string address)
    {
        if (ancestors.TryGetValue(address, out var known))
            return known;
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([address]);
        while (open.TryDequeue(out var next))
            foreach (var parent in Find(next)?.Parents ?? [])
                if (found.Add(parent))
                    open.Enqueue(parent);
        return ancestors[address] = found;
    }

    /// <summary>True when this is a class whose values are data: texts, numbers, moments.</summary>
    internal bool IsDataType(string address) => address == Vocabulary.DataType || SaysDataType(address) || AncestorsOf(address).Any(SaysDataType);

    /// <summary>True when this is a class of schema.org whose values are things.</summary>
    internal bool IsObjectType(string address) => Vocabulary.IsTerm(address) && Find(address) is { IsClass: true } && !IsDataType(address);

    /// <summary>True when this is a class whose values are listed, other than the one above all of them.</summary>
    internal bool IsEnumeration(string address) => IsObjectType(address) && AncestorsOf(address).Contains(Vocabulary.Enumeration);

    private bool SaysDataType(string address) => Find(address)?.Types.Contains(Vocabulary.DataType) == true;

    private static bool AddText(VocabularyTerm term, string predicate, Term text)
    {
        var texts = predicate switch { Vocabulary.Label => term.Labels, Vocabulary.Comment => term.Comments, _ => null };
        // Some releases mark a few texts as English and leave the rest unmarked.
        texts?.TryAdd(text.Language ?? "en", text.Value);
        return texts is not null;
    }

    private static bool AddReference(VocabularyTerm term, string predicate, string target)
    {
        var references = predicate switch
        {
            Vocabulary.Type => term.Types,
            Vocabulary.SubClassOf => term.Parents,
            Vocabulary.DomainIncludes => term.Domains,
            Vocabulary.RangeIncludes => term.Ranges,
            Vocabulary.SupersededBy => term.SupersededBy,
            Vocabulary.InverseOf => term.Inverses,
            Vocabulary.IsPartOf => term.Sections,
            _ => null,
        };
        references?.Add(target);
        return references is not null;
    }
}
