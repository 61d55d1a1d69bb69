namespace Oms.Domain.Refusals;

/// <summary>The indexer read another commit than the one its lock was taken at.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Indexing">The indexing.</param>
/// <param name="Expected">The commit that the lock was taken at.</param>
/// <param name="Actual">The commit that the indexer says it read.</param>
public sealed record IndexingStale(string Branch, string Indexing, string Expected, string Actual)
    : Refusal("INDEXING_STALE", $"The indexing '{Indexing}' of '{Branch}' was begun at commit {Expected} but reports on {Actual}. Read the commit that it was begun at.");
