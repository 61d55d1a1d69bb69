using Oms.Domain.Events;
using Oms.Graph.Connections;

namespace Oms.Graph.Events;

/// <summary>Dead letters in the order of their keys, which are their cursors: they stay where they are while others come and go.</summary>
internal sealed class DeadLetterListing(IReadOnlyList<DeadLetter> letters) : Listing<DeadLetter>
{
    private const string Kind = "dead-letter";

    internal override IReadOnlyList<DeadLetter> Items => letters;

    internal override string CursorOf(DeadLetter item, int position) => Cursor.Write(Kind, item.Key);

    internal override int PositionOf(string cursor)
    {
        var key = Cursor.Read(cursor, Kind, 1)[0];
        var (low, high) = (0, letters.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(letters[middle].Key, key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
