using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Import;

/// <summary>What an import comes to, in numbers of elements. An element may count under several of the changes.</summary>
/// <param name="Elements">How many elements the files describe, by kind; kinds without any are left out.</param>
/// <param name="Created">New on the branch.</param>
/// <param name="Updated">Changed in content.</param>
/// <param name="Renamed">Given another API name.</param>
/// <param name="Deprecated">Deprecated, with or without a replacement.</param>
/// <param name="Restored">Deprecated on the branch, and no longer by the files.</param>
/// <param name="Unchanged">The same on the branch as in the files.</param>
/// <param name="Vanished">Those of <paramref name="Deprecated"/> that are on the branch from an earlier import but no longer in the files.</param>
/// <param name="Unmapped">What the registry has no place for.</param>
public sealed record ImportSummary(
    ImmutableSortedDictionary<ElementKind, int> Elements,
    int Created,
    int Updated,
    int Renamed,
    int Deprecated,
    int Restored,
    int Unchanged,
    int Vanished,
    ImmutableArray<Unmapped> Unmapped)
{
    /// <summary>On the branch from an earlier import, no longer in the files, and deleted.</summary>
    public int Deleted { get; init; }
}
