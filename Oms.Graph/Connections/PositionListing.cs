using System.Globalization;

namespace Oms.Graph.Connections;

/// <summary>A list whose cursors are positions: for lists that are the same as long as the version is.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="kind">Keeps cursors of different lists apart.</param>
/// <param name="items">The list.</param>
internal sealed class PositionListing<T>(string kind, IReadOnlyList<T> items) : Listing<T>
{
    internal override IReadOnlyList<T> Items => items;

    internal override string CursorOf(T item, int position) => Cursor.Write(kind, position.ToString(CultureInfo.InvariantCulture));

    internal override int PositionOf(string cursor)
    {
        var text = Cursor.Read(cursor, kind, 1)[0];
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            throw Cursor.Invalid();
        return position < items.Count ? position : ~items.Count;
    }
}
