using System.Data.Common;
using System.Globalization;
using Oms.Domain.History;

namespace Oms.Storage.Packing;

/// <summary>Reads rows as they stand, packed or not.</summary>
internal sealed class StoreRows(Database database)
{
    private const int MaxParameters = 500;

    internal (long Events, long Audit, long Commits) ReadHead() =>
        Read("SELECT events, audit, commits FROM log_head WHERE id = 1", r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2))).Single();

    internal long ReadMark(string key) =>
        Read("SELECT value FROM meta WHERE key = @p0", r => long.Parse(r.GetString(0), CultureInfo.InvariantCulture), key).FirstOrDefault();

    internal long ReadSize() => Read(database.SizeQuery, r => r.GetInt64(0)).Single();

    internal long ReadFree() => Read(database.FreeQuery, r => r.GetInt64(0)).Single();

    internal List<ObjectHash> ReadCommitIds(long after, long to) =>
        Read("SELECT id FROM commits WHERE sequence > @p0 AND sequence <= @p1 ORDER BY sequence", r => ObjectHash.Trusted(r.GetString(0)), after, to);

    internal List<(long Sequence, byte[] Content, byte[] Changes)> ReadCommits(long after, long to) => Read(
        "SELECT sequence, content, changes FROM commits WHERE sequence > @p0 AND sequence <= @p1 ORDER BY sequence",
        r => (r.GetInt64(0), (byte[])r.GetValue(1), (byte[])r.GetValue(2)), after, to);

    internal List<(long Sequence, byte[] Content)> ReadLog(string table, long after, long to) => Read(
        $"SELECT sequence, content FROM {table} WHERE sequence > @p0 AND sequence <= @p1 ORDER BY sequence", r => (r.GetInt64(0), (byte[])r.GetValue(1)), after, to);

    /// <summary>The objects of these names, in the order of the names; those that are not there are left out.</summary>
    internal List<(ObjectHash Hash, byte[] Bytes)> ReadObjects(IReadOnlyList<ObjectHash> hashes)
    {
        var found = new Dictionary<ObjectHash, byte[]>(hashes.Count);
        foreach (var some in hashes.Chunk(MaxParameters))
            foreach (var (hash, bytes) in Read(
                $"SELECT hash, bytes FROM objects WHERE hash IN ({string.Join(',', some.Select((_, i) => $"@p{i}"))})",
                r => (ObjectHash.Trusted(Convert.ToHexStringLower((byte[])r.GetValue(0))), (byte[])r.GetValue(1)),
                [.. some.Select(h => (object)Convert.FromHexString(h.Value))]))
                found[hash] = bytes;
        return [.. hashes.Where(found.ContainsKey).Select(h => (h, found[h]))];
    }

    /// <summary>The names of the objects whose bytes are in no pack.</summary>
    internal List<ObjectHash> ReadLoose() =>
        Read("SELECT hash FROM objects WHERE substr(bytes, 1, 1) <> @p0", r => ObjectHash.Trusted(Convert.ToHexStringLower((byte[])r.GetValue(0))), new[] { PackedPlace.Mark });

    private List<T> Read<T>(string sql, Func<DbDataReader, T> row, params object[] values)
    {
        using var connection = database.OpenReader();
        return connection.Select(sql, row, values);
    }
}
