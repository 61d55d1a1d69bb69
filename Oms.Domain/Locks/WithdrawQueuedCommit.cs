using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>Takes back a commit that waits for the end of a lock. The commit itself stays readable, on no branch.</summary>
/// <param name="Branch">The branch that it waits on.</param>
/// <param name="Queued">Its id.</param>
/// <param name="Reason">Why, in the author's words; null where none was given.</param>
public sealed record WithdrawQueuedCommit(string Branch, string Queued, string? Reason)
{
    /// <summary>What to write down when it is refused.</summary>
    public RefusedAttempt Attempt => new(TargetTypes.Commit, Queued, "withdraw") { Branch = Branch, Reason = Reason };

    /// <summary>Decides.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="kept">The commit as it waits, with its version; null when there is none of this id.</param>
    public Result<Change> Decide(CommandContext context, (QueuedCommit Queued, long Version)? kept)
    {
        if (!context.May(Right.SchemaWrite))
            return NotAuthorized.Lacking(Right.SchemaWrite, "to withdraw a commit");
        if (TextLimits.CheckOptional("reason", Reason ?? string.Empty, TextLimits.MaxReason) is { } text)
            return text;
        if (kept is not var (before, version))
            return new QueuedCommitNotFound(Branch, Queued) { Path = ["queued"] };
        if (before.Author.Subject != context.Actor.Subject)
            return new QueuedCommitNotYours(Queued, before.Author.Subject) { Path = ["queued"] };
        if (before.Status != QueuedCommitStatus.Waiting)
            return new QueuedCommitSettled(Queued, before.Status) { Path = ["queued"] };
        var after = before with { Status = QueuedCommitStatus.Withdrawn, SettledAt = context.Time };
        var journal = new Journal(context);
        journal.Record(TargetTypes.Commit, before.Commit.Value, "withdraw", entry => entry with
        {
            Branch = Branch, Before = CanonicalJson.Literal(new { queued = Queued }), Commit = before.Commit.Value, Issues = before.Issues, Reason = Reason,
        });
        journal.Tell(EventTypes.CommitWithdrawn, Branch, QueuedCommitData.Of(after), before.Commit.Value);
        return new Change
        {
            Documents = [new DocumentWrite(QueuedCommit.DocumentKind, after.Key, version, CanonicalJson.Write(after))],
            Audit = journal.Entries,
            Events = journal.Events,
        };
    }
}
