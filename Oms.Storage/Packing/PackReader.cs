using System.Data.Common;
using Oms.Domain.Storage;

namespace Oms.Storage.Packing;

/// <summary>
/// Gives back what was moved into packs. A pack never changes and never goes, so those read last are kept, as far as
/// <see cref="MaxKept"/> allows. May be used from several threads at once.
/// </summary>
internal sealed class PackReader(Database database)
{
    // A page of the audit log or a step back in time touches a handful of packs.
    internal const int MaxKept = 16 << 20;

    private readonly object gate = new();
    private readonly Dictionary<long, LinkedListNode<(long Id, Pack Pack)>> kept = [];
    private readonly LinkedList<(long Id, Pack Pack)> order = new();
    private int size;

    /// <summary>The content of a column.</summary>
    /// <exception cref="StoreException">Its pack is gone or damaged.</exception>
    internal byte[] Read(byte[] stored)
    {
        if (!PackedPlace.Is(stored))
            return stored;
        var place = PackedPlace.Read(stored);
        return Find(place, null);
    }

    /// <summary>The content of a column, by a connection that is open already.</summary>
    /// <exception cref="StoreException">Its pack is gone or damaged.</exception>
    internal byte[] Read(byte[] stored, DbConnection connection) => PackedPlace.Is(stored) ? Find(PackedPlace.Read(stored), connection) : stored;

    private byte[] Find(PackedPlace place, DbConnection? connection) =>
        PackOf(place.Pack, connection).Find(place.Place)
        ?? throw new StoreException("STORE_DAMAGED", $"Pack {place.Pack} in {database.Description} has no content at place {place.Place}.");

    private Pack PackOf(long id, DbConnection? connection)
    {
        lock (gate)
            if (kept.TryGetValue(id, out var node))
            {
                order.Remove(node);
                order.AddFirst(node);
                return node.Value.Pack;
            }

        var pack = connection is null ? Load(id) : Load(id, connection);
        Keep(id, pack);
        return pack;
    }

    private Pack Load(long id)
    {
        using var connection = database.OpenReader();
        return Load(id, connection);
    }

    private Pack Load(long id, DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT content FROM packs WHERE id = @id";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@id";
        parameter.Value = id;
        command.Parameters.Add(parameter);
        var bytes = command.ExecuteScalar() as byte[]
            ?? throw new StoreException("STORE_DAMAGED", $"Pack {id} in {database.Description} is missing.");
        return Pack.Read(bytes) ?? throw new StoreException("STORE_DAMAGED", $"Pack {id} in {database.Description} is damaged.");
    }

    private void Keep(long id, Pack pack)
    {
        lock (gate)
        {
            if (kept.ContainsKey(id))
                return;
            kept[id] = order.AddFirst((id, pack));
            size += pack.Length;
            while (size > MaxKept && order.Count > 1)
            {
                var (last, dropped) = order.Last!.Value;
                order.RemoveLast();
                kept.Remove(last);
                size -= dropped.Length;
            }
        }
    }
}
