using System.Collections.Immutable;
using Oms.Domain.Indexing;

namespace Oms.Domain.Events;

/// <summary>The data of the events about branches that are merged by themselves.</summary>
/// <param name="Into">The branch that it is merged into; null when that was taken back.</param>
/// <param name="Head">The head that it is about.</param>
/// <param name="Unmet">What stands against the merge; empty where it was not tried.</param>
public sealed record AutoMergeData(string? Into, string Head, ImmutableArray<UnmetCondition> Unmet)
{
    /// <summary>What stands against the merge; empty where the kept JSON leaves the empty list out.</summary>
    public ImmutableArray<UnmetCondition> Unmet { get; init; } = Unmet.IsDefault ? [] : Unmet;
}
