using System.Globalization;

namespace Oms.Storage.Packing;

/// <summary>Gathers contents until a pack is full, then moves them into it in one transaction.</summary>
internal sealed class PackWriter(WriteDoor door)
{
    // More compresses better, and makes a first read of one content slower: 256 KiB are read and unpacked in about a millisecond. 64 KiB made
    // the slowest of such reads two to nine times as fast, the median four times as slow, as packs hold fewer neighbours, and took 5 % more room.
    internal const int PackLength = 256 << 10;

    private readonly List<Packable> waiting = [];
    private int length;

    /// <summary>How many contents were moved.</summary>
    internal long Moved { get; private set; }

    /// <summary>Takes content; what is packed already or would gain nothing stays where it is.</summary>
    internal async ValueTask AddAsync(Packable item, CancellationToken cancellationToken)
    {
        waiting.Add(item);
        length += item.Content.Length;
        if (length >= PackLength)
            await FlushAsync(null, 0, cancellationToken);
    }

    /// <summary>Moves what waits.</summary>
    /// <param name="mark">A fact of the store to write down with it: up to where everything is packed; null for none.</param>
    /// <param name="value">The fact.</param>
    /// <param name="cancellationToken">Ends the wait for the door.</param>
    internal async ValueTask FlushAsync(string? mark, long value, CancellationToken cancellationToken)
    {
        if (waiting.Count == 0 && mark is null)
            return;
        var items = waiting.ToArray();
        var pack = items.Length == 0 ? null : Pack.Write([.. items.Select(i => i.Content)]);
        Moved += await door.RunAsync(sql => Move(sql, items, pack, mark, value), cancellationToken);
        waiting.Clear();
        length = 0;
    }

    private static long Move(WriteStatements sql, Packable[] items, byte[]? pack, string? mark, long value)
    {
        long moved = 0;
        if (pack is not null)
        {
            var id = 1 + (sql.FindLastPack.Scalar() as long? ?? 0);
            sql.AddPack.Run(id, pack);
            for (var place = 0; place < items.Length; place++)
                moved += items[place].Move(sql, new PackedPlace(id, place).Write());
        }

        if (mark is not null)
            sql.SetMeta.Run(mark, value.ToString(CultureInfo.InvariantCulture));
        return moved;
    }
}
