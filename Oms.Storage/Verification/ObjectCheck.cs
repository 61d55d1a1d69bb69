using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Storage.Verification;

/// <summary>Holds the bytes of every object against the hash that names it.</summary>
internal sealed class ObjectCheck(StoredContent content, DamageList found)
{
    private const int PageSize = 1_000;

    private readonly HashSet<ObjectHash> whole = [];
    private readonly HashSet<ObjectHash> broken = [];

    /// <summary>How many there are, broken ones too.</summary>
    internal int Count => whole.Count + broken.Count;

    /// <summary>True when an object of this name is there, though perhaps broken.</summary>
    internal bool IsThere(ObjectHash hash) => whole.Contains(hash) || broken.Contains(hash);

    internal void Run()
    {
        byte[] after = [];
        while (true)
        {
            var page = content.Select(
                $"SELECT hash, bytes FROM objects WHERE hash > @p0 ORDER BY hash LIMIT {PageSize}", r => ((byte[])r.GetValue(0), (byte[])r.GetValue(1)), after);
            foreach (var (name, bytes) in page)
                Check(ObjectHash.Trusted(Convert.ToHexStringLower(name)), bytes);
            if (page.Count < PageSize)
                return;
            after = page[^1].Item1;
        }
    }

    /// <summary>Whole objects by their names, as a loader of snapshots asks for them.</summary>
    internal ValueTask<ImmutableDictionary<ObjectHash, ReadOnlyMemory<byte>>> FetchAsync(IReadOnlyCollection<ObjectHash> hashes)
    {
        var all = ImmutableDictionary.CreateBuilder<ObjectHash, ReadOnlyMemory<byte>>();
        foreach (var hash in hashes.Where(whole.Contains))
            foreach (var stored in content.Select("SELECT bytes FROM objects WHERE hash = @p0", r => (byte[])r.GetValue(0), Convert.FromHexString(hash.Value)))
                if (content.Unpack(stored, DamageKind.ObjectUnreadable, hash.Value) is { } bytes)
                    all[hash] = bytes;
        return new(all.ToImmutable());
    }

    private void Check(ObjectHash name, byte[] stored)
    {
        var bytes = content.Unpack(stored, DamageKind.ObjectUnreadable, name.Value);
        if (bytes is not null && ObjectHash.Of(bytes) == name)
        {
            whole.Add(name);
            return;
        }

        broken.Add(name);
        if (bytes is not null)
            found.Add(DamageKind.ObjectChanged, name.Value, $"its bytes hash to {ObjectHash.Of(bytes)}");
    }
}
