using System.Collections.Immutable;
using System.Text;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;

namespace Oms.Graph.History;

/// <summary>The definitions that a page of changes speaks of, read from the store in one go when the first is asked for.</summary>
internal sealed class DefinitionBatch(IStore store)
{
    private readonly System.Threading.Lock gate = new();
    private readonly HashSet<ObjectHash> wanted = [];
    private Task<ImmutableDictionary<ObjectHash, ReadOnlyMemory<byte>>>? reading;

    /// <summary>Announces a definition; only before the first is read.</summary>
    internal void Want(ObjectHash hash)
    {
        if (!hash.IsEmpty)
            wanted.Add(hash);
    }

    /// <summary>A definition as it is stored; null for the empty hash.</summary>
    internal async ValueTask<JsonLiteral?> ReadAsync(ObjectHash hash, CancellationToken cancellationToken)
    {
        if (hash.IsEmpty)
            return null;
        Task<ImmutableDictionary<ObjectHash, ReadOnlyMemory<byte>>> objects;
        lock (gate)
            objects = reading ??= store.GetObjectsAsync(wanted, cancellationToken).AsTask();
        return (await objects).TryGetValue(hash, out var bytes)
            ? new(Encoding.UTF8.GetString(bytes.Span))
            : throw new StoreException("STORE_DAMAGED", $"object {hash.Short} is referred to by a commit, and is not in the store");
    }
}
