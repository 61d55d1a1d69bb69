using System.Collections.Immutable;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>What to do about an event of the indexing pipeline.</summary>
/// <param name="Outcome">What becomes of it once the change is written.</param>
/// <param name="Change">What to write; null for a repeat, which needs nothing.</param>
/// <param name="Refusals">Why it has no effect; empty where it has.</param>
public sealed record IndexingDecision(IndexingOutcome Outcome, Change? Change, ImmutableArray<Refusal> Refusals);
