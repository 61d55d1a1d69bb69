using System.Collections.Immutable;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>One step of a migration (domain.md 4.4).</summary>
/// <param name="Order">Its place, from 1.</param>
/// <param name="Type">What is done, for example <c>backfill_data</c>.</param>
/// <param name="Path">To what.</param>
/// <param name="Description">What is done, as a sentence.</param>
/// <param name="Rollback">How to take it back, as a sentence.</param>
/// <param name="Seconds">How long it takes, roughly, where the amount of data does not matter; null where it does.</param>
/// <param name="NeedsDowntime">True when nobody may write meanwhile.</param>
/// <param name="Rule">The rule whose finding asks for it.</param>
/// <param name="DependsOn">The orders of the steps that have to be done before it; steps are taken back in the opposite order.</param>
public sealed record MigrationStep(int Order, string Type, string Path, string Description, string Rollback, int? Seconds, bool NeedsDowntime, string Rule,
    ImmutableArray<int> DependsOn);
