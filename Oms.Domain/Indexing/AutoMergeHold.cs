using System.Collections.Immutable;
using Oms.Domain.History;

namespace Oms.Domain.Indexing;

/// <summary>What stood against merging a branch by itself.</summary>
/// <param name="Head">The head that it was tried at.</param>
/// <param name="Unmet">What did not hold, at least one.</param>
/// <param name="Time">When it was found out last.</param>
/// <param name="Since">When something stood against it first at this head.</param>
public sealed record AutoMergeHold(ObjectHash Head, ImmutableArray<UnmetCondition> Unmet, DateTimeOffset Time, DateTimeOffset Since)
{
    // One that an older version kept has no first time.
    internal DateTimeOffset From => Since == default ? Time : Since;
}
