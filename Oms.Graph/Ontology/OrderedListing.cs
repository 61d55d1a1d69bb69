using System.Globalization;
using Oms.Domain.Ontology;
using Oms.Graph.Connections;

namespace Oms.Graph.Ontology;

/// <summary>
/// Elements in an order of the client's. A cursor is an element's id with its position: while the version is the same the position finds
/// it, and when the element moved it is looked for; when it is gone, reading goes on at the position.
/// </summary>
internal sealed class OrderedListing(Element[] elements) : Listing<Element>
{
    internal override IReadOnlyList<Element> Items => elements;

    internal override string CursorOf(Element item, int position) =>
        Cursor.Write("order", position.ToString(CultureInfo.InvariantCulture), item.Id.Value);

    internal override int PositionOf(string cursor)
    {
        var parts = Cursor.Read(cursor, "order", 2);
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position) || !ElementId.TryParse(parts[1], out var id))
            throw Cursor.Invalid();
        if (position < elements.Length && elements[position].Id == id)
            return position;
        var moved = Array.FindIndex(elements, e => e.Id == id);
        return moved >= 0 ? moved : ~Math.Min(position, elements.Length);
    }
}
