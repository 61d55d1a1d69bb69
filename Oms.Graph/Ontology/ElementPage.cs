using Oms.Domain.Ontology;
using Oms.Engine.Paging;
using Oms.Graph.Connections;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>Cuts pages of elements. Without a filter a page costs its own size, however large the ontology is.</summary>
internal static class ElementPage
{
    /// <summary>A page of all elements of a kind.</summary>
    internal static Connection<TNode> Of<TElement, TNode>(
        Revision revision, ElementKind kind, IElementFilter<TElement>? where, IReadOnlyList<ElementSort>? order, PageArguments arguments)
        where TElement : Element
        where TNode : ElementNode
    {
        FilterBound.Check(where);
        return List(revision, revision.Snapshot.All(kind), where, order).Page(arguments, e => (TNode)ElementNode.Of(revision, e));
    }

    /// <summary>A page of elements that stand in no order yet, by name.</summary>
    internal static Connection<TNode> OfNamed<TNode>(
        Revision revision, Element[] elements, int? first, string? after, int? last, string? before)
        where TNode : ElementNode
    {
        Array.Sort(elements, ElementSort.ByName);
        return new NameListing(elements).Page(
            PageArguments.Read(first, after, last, before, PageArguments.MaxElements), e => (TNode)ElementNode.Of(revision, e));
    }

    private static Listing<Element> List<TElement>(
        Revision revision, ElementList all, IElementFilter<TElement>? where, IReadOnlyList<ElementSort>? order)
        where TElement : Element
    {
        if (where is null)
            return ElementOrder.IsByName(order) ? new NameListing(all) : new OrderedListing(ElementOrder.Of(all, order!));
        var matching = all.Where(e => where.Matches(revision, (TElement)e));
        return ElementOrder.IsByName(order)
            ? new NameListing(matching.ToArray())
            : new OrderedListing(ElementOrder.Sort(matching, order!));
    }
}
