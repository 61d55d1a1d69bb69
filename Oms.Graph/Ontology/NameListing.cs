using Oms.Domain.Ontology;
using Oms.Graph.Connections;

namespace Oms.Graph.Ontology;

/// <summary>Elements in the order of their names. A cursor is a name, and holds when elements come and go around it.</summary>
internal sealed class NameListing(IReadOnlyList<Element> elements) : Listing<Element>
{
    internal override IReadOnlyList<Element> Items => elements;

    internal override string CursorOf(Element item, int position) => Cursor.Write("name", item.Name);

    internal override int PositionOf(string cursor)
    {
        var name = Cursor.Read(cursor, "name", 1)[0];
        if (elements is ElementList list)
            return Found(list.PositionOf(name), name);
        var (low, high) = (0, elements.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(elements[middle].Name, name) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return Found(low, name);
    }

    private int Found(int position, string name) =>
        position < elements.Count && elements[position].Name == name ? position : ~position;
}
