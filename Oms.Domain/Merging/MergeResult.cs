using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>What a merge comes to.</summary>
/// <param name="Merged">
/// The merged ontology. While a conflict is open it stands there as on our side (what one side deleted and the other changed: as changed),
/// so that the rest can be looked at; only without open conflicts is it a result.
/// </param>
/// <param name="Changes">What differs from our side, in the order of element ids.</param>
/// <param name="Objects">The definitions and map nodes that neither side has, to be stored with the commit.</param>
/// <param name="Conflicts">Every place where the sides met, answered or not, in the order of paths.</param>
public sealed record MergeResult(
    Snapshot Merged, ImmutableArray<ElementChange> Changes, ImmutableArray<StoredObject> Objects, ImmutableArray<Conflict> Conflicts)
{
    /// <summary>The conflicts that wait for somebody.</summary>
    public IEnumerable<Conflict> Open => Conflicts.Where(c => c.IsOpen);

    /// <summary>True when nobody has to answer anything.</summary>
    public bool IsClean => !Open.Any();
}
