using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>Keeps a commit that only a lock stands against, beside its branch.</summary>
internal static class QueueCommit
{
    /// <summary>The change that keeps it, and the commit as it waits.</summary>
    internal static (Change Change, QueuedCommit Queued) Make(Journal journal, Branch branch, CommitRecord commit, StoredObject stored, StoredObject[] objects)
    {
        var context = journal.Context;
        var queued = new QueuedCommit
        {
            Id = context.NewId().ToString("D"), Branch = branch.Name.Value, Commit = commit.Id, Base = branch.Head, Message = commit.Commit.Message,
            Issues = commit.Commit.Issues, Author = context.Actor, QueuedAt = context.Time,
        };
        journal.Record(TargetTypes.Commit, commit.Id.Value, "queue", entry => entry with
        {
            Branch = branch.Name.Value,
            After = CanonicalJson.Literal(new { queued = queued.Id, changes = commit.Changes.Length }),
            Commit = commit.Id.Value,
            Issues = commit.Commit.Issues,
            Reason = commit.Commit.Message,
        });
        journal.Tell(EventTypes.CommitQueued, branch.Name.Value, QueuedCommitData.Of(queued), commit.Id.Value);
        return (new Change
        {
            Objects = [.. objects, stored], Commits = [commit], Audit = journal.Entries, Events = journal.Events,
            Documents = [new DocumentWrite(QueuedCommit.DocumentKind, queued.Key, 0, CanonicalJson.Write(queued))],
        }, queued);
    }
}
