namespace Oms.Domain.Refusals;

/// <summary>There is no such indexing any more: it was completed, it failed, it was broken, or it ended by time.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Indexing">The id that was given.</param>
public sealed record IndexingNotRunning(string Branch, string Indexing)
    : Refusal("INDEXING_NOT_RUNNING", $"No indexing '{Indexing}' is running on '{Branch}': it has ended, or never began. Begin a new one; what was reported changes nothing.");
