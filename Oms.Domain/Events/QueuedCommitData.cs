using System.Collections.Immutable;
using Oms.Domain.Locks;

namespace Oms.Domain.Events;

/// <summary>The data of the events about commits that wait for the end of a lock.</summary>
/// <param name="Id">The queued commit's id.</param>
/// <param name="Commit">The commit that waits or waited.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Applied">The commit that it became; null where it became none.</param>
/// <param name="Code">The code of why it was returned; null where it was not.</param>
/// <param name="Reason">Why it was returned; null where it was not.</param>
/// <param name="Conflicts">The paths of the conflicts that it was returned with.</param>
public sealed record QueuedCommitData(
    string Id, string Commit, string Author, QueuedCommitStatus Status, string? Applied, string? Code, string? Reason, ImmutableArray<string> Conflicts)
{
    /// <summary>The paths of the conflicts; empty where the kept JSON leaves the empty list out.</summary>
    public ImmutableArray<string> Conflicts { get; init; } = Conflicts.IsDefault ? [] : Conflicts;

    /// <summary>The data of a queued commit.</summary>
    internal static QueuedCommitData Of(QueuedCommit queued) => new(
        queued.Id, queued.Commit.Value, queued.Author.Subject, queued.Status, queued.Applied.IsEmpty ? null : queued.Applied.Value, queued.ReturnCode,
        queued.ReturnReason, queued.Conflicts);
}
