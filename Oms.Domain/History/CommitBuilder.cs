using System.Collections.Immutable;

namespace Oms.Domain.History;

/// <summary>Makes commits: the object, and the record that the store keeps beside it.</summary>
public static class CommitBuilder
{
    /// <summary>A commit of a tree after its parents.</summary>
    /// <param name="tree">The root of the Merkle map.</param>
    /// <param name="parents">The commits it follows, first the one that <paramref name="changes"/> are against; none for the first commit.</param>
    /// <param name="changes">What it did against its first parent.</param>
    /// <param name="author">Who made it.</param>
    /// <param name="time">When; kept in UTC and whole milliseconds.</param>
    /// <param name="message">Why.</param>
    /// <param name="issues">The issues it belongs to; each is kept once.</param>
    public static BuiltCommit Build(
        ObjectHash tree, ImmutableArray<CommitRecord> parents, ImmutableArray<ElementChange> changes, string author, DateTimeOffset time,
        string message, ImmutableArray<string> issues)
    {
        var commit = new Commit
        {
            Tree = tree,
            Parents = [.. parents.Select(p => p.Id)],
            Author = author,
            Time = new DateTimeOffset(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero),
            Message = message,
            Issues = [.. issues.Distinct(StringComparer.Ordinal)],
        };
        var stored = StoredObject.Of(CanonicalJson.Write(commit));
        var generation = 1 + parents.Select(p => p.Generation).DefaultIfEmpty(0).Max();
        return new BuiltCommit(new CommitRecord(stored.Hash, commit, generation, [.. changes.OrderBy(c => c.Element)]), stored);
    }
}
