using Oms.Domain.History;

namespace Oms.Domain.Indexing;

/// <summary>That an event was taken, and what it said, so that a repeat is told from another event of the same id.</summary>
/// <param name="Phase">What it reported.</param>
/// <param name="Commit">The commit it named; empty where it named none.</param>
/// <param name="HadEffect">False when it came for an indexing that was gone.</param>
/// <param name="Time">When it was taken.</param>
public sealed record IndexingMark(FunnelPhase Phase, ObjectHash Commit, bool HadEffect, DateTimeOffset Time);
