using System.Collections.Immutable;

namespace Oms.Domain.History;

/// <summary>A commit with what the store keeps beside it to find it by.</summary>
/// <param name="Id">The hash of the commit object.</param>
/// <param name="Commit">The commit.</param>
/// <param name="Generation">1 for a root; else one more than the greatest of its parents. An ancestor's is always less.</param>
/// <param name="Changes">What it did against its first parent, in the order of element ids.</param>
public sealed record CommitRecord(ObjectHash Id, Commit Commit, int Generation, ImmutableArray<ElementChange> Changes);
