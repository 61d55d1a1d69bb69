using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Oms.Domain.Ontology;

namespace Oms.Domain.Import;

/// <summary>
/// Gives the definitions of one version of a vocabulary the identities they have in another. Ids of imports follow from addresses, so a
/// definition that was renamed, or a vocabulary that moved to another address, comes with new ones: what is missing on one side and new on
/// the other is matched by name, then by the address of its definition, then by what it says.
/// </summary>
public static class ImportAlignment
{
    // Kinds that others refer to come first, so that references are compared under the identities they have by then.
    private static readonly ElementKind[] Order = [ElementKind.ValueType, ElementKind.StructType, ElementKind.SharedProperty, ElementKind.FunctionType,
        ElementKind.Interface, ElementKind.ObjectType, ElementKind.LinkType, ElementKind.ActionType];

    /// <summary>The definitions of <paramref name="later"/> under the identities of <paramref name="earlier"/>, as far as they are the same.</summary>
    /// <param name="earlier">A version of the vocabulary.</param>
    /// <param name="later">Another one.</param>
    /// <param name="byNameOnly">True to match by name alone: for what two versions added, which nothing tells to be a rename.</param>
    public static ImmutableArray<Element> Align(ImmutableArray<Element> earlier, ImmutableArray<Element> later, bool byNameOnly = false)
    {
        foreach (var kind in Order)
        {
            var matched = Matched([.. earlier.Where(e => e.Kind == kind)], [.. later.Where(e => e.Kind == kind)], byNameOnly);
            if (matched.Count > 0)
                later = [.. later.Select(e => Renamed(e, matched))];
        }

        var known = earlier.ToDictionary(e => e.Id);
        return [.. later.Select(e => known.TryGetValue(e.Id, out var old) ? MemberAlignment.Align(old, e) : e)];
    }

    private static Element Renamed(Element element, Dictionary<ElementId, ElementId> matched)
    {
        var mapped = References.Map(element, (target, _, _, _) => matched.GetValueOrDefault(target, target));
        return matched.TryGetValue(element.Id, out var id) ? mapped with { Id = id } : mapped;
    }

    // From the id of a later element to that of the earlier one that it is.
    private static Dictionary<ElementId, ElementId> Matched(List<Element> earlier, List<Element> later, bool byNameOnly)
    {
        var (before, after) = (earlier.Select(e => e.Id).ToHashSet(), later.Select(e => e.Id).ToHashSet());
        earlier.RemoveAll(e => after.Contains(e.Id));
        later.RemoveAll(e => before.Contains(e.Id));
        var matched = new Dictionary<ElementId, ElementId>();
        Pair(earlier, later, e => e.Name, matched);
        if (byNameOnly)
            return matched;
        Pair(earlier, later, e => e.Source, matched);
        PairAlike(earlier, later, matched);
        return matched;
    }

    private static void Pair(List<Element> earlier, List<Element> later, Func<Element, string?> key, Dictionary<ElementId, ElementId> matched)
    {
        var old = earlier.Where(e => key(e) is not null).GroupBy(e => key(e)!, StringComparer.Ordinal)
            .Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
        foreach (var group in later.Where(e => key(e) is not null).GroupBy(e => key(e)!, StringComparer.Ordinal).ToList())
            if (group.Count() == 1 && old.TryGetValue(group.Key, out var was))
                Take(was, group.Single(), earlier, later, matched);
    }

    private static void PairAlike(List<Element> earlier, List<Element> later, Dictionary<ElementId, ElementId> matched)
    {
        if ((long)earlier.Count * later.Count > MostPairs)
            return;
        var old = earlier.ToDictionary(e => e.Id, Statements);
        var now = later.ToDictionary(e => e.Id, Statements);
        var pairs = earlier.SelectMany(b => later.Select(a => (Before: b, After: a, Share: Likeness(old[b.Id], now[a.Id]))))
            .Where(p => p.Share >= Alike).OrderByDescending(p => p.Share).ThenBy(p => p.Before.Id).ThenBy(p => p.After.Id).ToList();
        foreach (var (was, one, _) in pairs)
            if (earlier.Contains(was) && later.Contains(one))
                Take(was, one, earlier, later, matched);
    }

    private const double Alike = 0.6;
    private const int FewestStatements = 3;
    private const long MostPairs = 250_000;

    private static void Take(Element was, Element one, List<Element> earlier, List<Element> later, Dictionary<ElementId, ElementId> matched)
    {
        matched[one.Id] = was.Id;
        earlier.Remove(was);
        later.Remove(one);
    }

    // The share of what both say in what either says; of what says next to nothing nobody can tell.
    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        if (one.Count < FewestStatements || other.Count < FewestStatements)
            return 0;
        var common = one.Count(other.Contains);
        return (double)common / (one.Count + other.Count - common);
    }

    private static HashSet<string> Statements(Element element)
    {
        var json = JsonNode.Parse(ElementJson.Write(element))!.AsObject();
        foreach (var identity in (string[])["id", "name", "displayName", "source"])
            json.Remove(identity);
        var statements = new HashSet<string>(StringComparer.Ordinal);
        Collect(string.Empty, json, statements);
        return statements;
    }

    // The rules bound the depth of a definition.
    private static void Collect(string path, JsonNode? node, HashSet<string> statements)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (key, value) in json)
                    if (key != "id")
                        Collect($"{path}/{key}", value, statements);
                break;
            case JsonArray list:
                foreach (var item in list)
                    Collect(path, item, statements);
                break;
            default:
                statements.Add($"{path}={node?.ToJsonString()}");
                break;
        }
    }
}
