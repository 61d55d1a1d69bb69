using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;
using Oms.Graph.Registry;

namespace Oms.Graph.History;

/// <summary>Blames elements from what the registry has stored.</summary>
internal sealed class BlameReader(OntologyRegistry registry, CommitLookup commits)
{
    /// <summary>Who last changed each part of an element as it is at a commit; empty where it is not there.</summary>
    internal ValueTask<ImmutableArray<BlameLine>> ReadAsync(ElementId element, ObjectHash at, CancellationToken cancellationToken) =>
        new Blame(id => commits.GetAsync(id, cancellationToken), hash => DefinitionAsync(hash, cancellationToken)).RunAsync(element, at);

    private async ValueTask<ReadOnlyMemory<byte>> DefinitionAsync(ObjectHash hash, CancellationToken cancellationToken) =>
        await registry.Store.GetObjectAsync(hash, cancellationToken)
        ?? throw new StoreException("STORE_DAMAGED", $"object {hash.Short} is referred to by a commit, and is not in the store");
}
