using System.Collections.Immutable;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Storage;

/// <summary>
/// Carries one change out in an open transaction. Everything that may turn it away is read before the first write, so a change that is
/// turned away has written nothing and others may share its transaction.
/// </summary>
internal sealed class ChangeWriter(WriteStatements sql)
{
    /// <summary>Writes the change, or says why it was turned away.</summary>
    internal CommitOutcome Write(Change change)
    {
        var head = ReadHead();
        if (TurnAway(change) is { } outcome)
            return outcome;
        AddObjects(change);
        foreach (var commit in change.Commits)
            head = AddCommit(commit, head);
        foreach (var write in change.Branches)
            WriteBranch(change, write);
        foreach (var write in change.Documents)
            WriteDocument(write);
        var audit = AddAudit(change, ref head);
        var events = AddEvents(change, ref head);
        AddMarks(change);
        sql.MoveHead.Run(head.Events, head.Audit, head.AuditHash, head.Commits);
        return new CommitOutcome.Committed(events, audit);
    }

    private LogHead ReadHead()
    {
        using var reader = sql.LockHead.Read();
        if (!reader.Read())
            throw new StoreException("STORE_DAMAGED", "The store has lost the row that numbers its logs.");
        return new(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetInt64(3));
    }

    private CommitOutcome? TurnAway(Change change)
    {
        if (change.InboxId is { } id && sql.FindInbox.Scalar(id) is not null)
            return new CommitOutcome.AlreadyDone(id);
        if (change.Answer is { } asked && FindAnswer(asked.Key) is { } answer)
            return new CommitOutcome.Answered(answer);
        foreach (var write in change.Branches)
        {
            var actual = FindBranch(write.Branch.Name);
            if ((actual?.Version ?? 0) != write.ExpectedVersion)
                return new CommitOutcome.BranchMoved(write.Branch.Name, actual);
        }

        foreach (var write in change.Documents)
            if (FindDocument(write) is var actual && actual != write.ExpectedVersion)
                return new CommitOutcome.DocumentMoved(write.Kind, write.Key, actual);

        return null;
    }

    private IdempotentAnswer? FindAnswer(string key)
    {
        using var reader = sql.FindAnswer.Read(key);
        return reader.Read()
            ? new IdempotentAnswer(key, reader.GetString(0), reader.GetString(1), new DateTimeOffset(reader.GetInt64(2), TimeSpan.Zero))
            : null;
    }

    private Branch? FindBranch(BranchName name) =>
        sql.FindBranch.Scalar(name.Value) is byte[] content ? CanonicalJson.Read<Branch>(content) : null;

    private long FindDocument(DocumentWrite write) => sql.FindDocument.Scalar(write.Kind, write.Key) as long? ?? 0;

    private void WriteDocument(DocumentWrite write)
    {
        var content = write.Content.ToArray();
        if (write.ExpectedVersion == 0)
            sql.AddDocument.Run(write.Kind, write.Key, 1L, content);
        else if (sql.ChangeDocument.Run(write.ExpectedVersion + 1, content, write.Kind, write.Key, write.ExpectedVersion) != 1)
            throw Misuse($"the {write.Kind} {write.Key} changed under the lock");
    }

    private void AddObjects(Change change)
    {
        foreach (var stored in change.Objects)
            sql.AddObject.Run(Convert.FromHexString(stored.Hash.Value), stored.Bytes.ToArray());
    }

    private LogHead AddCommit(CommitRecord commit, LogHead head)
    {
        if (FindCommit(commit.Id) is not null)
            return head;
        var number = head.Commits + 1;
        var known = commit.Commit.Parents
            .Select(p => FindCommit(p) ?? throw Misuse($"parent {p} of commit {commit.Id} is not in the store")).ToArray();
        if (commit.Generation != 1 + known.Select(p => p.Generation).DefaultIfEmpty(0).Max())
            throw Misuse($"generation {commit.Generation} of commit {commit.Id} is not one more than its parents'");
        sql.AddCommit.Run(
            number, commit.Id.Value, commit.Generation, CanonicalJson.Write(commit.Commit), CanonicalJson.Write(commit.Changes));
        for (var i = 0; i < known.Length; i++)
            sql.AddParent.Run(number, i, known[i].Sequence);
        foreach (var change in commit.Changes)
            sql.AddElement.Run(change.Element.Value, number);
        foreach (var issue in commit.Commit.Issues)
            sql.AddIssue.Run(issue, number);
        return head with { Commits = number };
    }

    private (long Sequence, int Generation)? FindCommit(ObjectHash id)
    {
        using var reader = sql.FindCommit.Read(id.Value);
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt32(1)) : null;
    }

    private void WriteBranch(Change change, BranchWrite write)
    {
        var branch = write.Branch;
        if (FindCommit(branch.Head) is null)
            throw Misuse($"head {branch.Head} of {branch.Name} is not in the store");
        var before = FindBranch(branch.Name);
        var content = CanonicalJson.Write(branch);
        if (before is null)
            sql.AddBranch.Run(branch.Name.Value, branch.Version, branch.Head.Value, content);
        else if (sql.ChangeBranch.Run(branch.Version, branch.Head.Value, content, branch.Name.Value, write.ExpectedVersion) != 1)
            throw Misuse($"{branch.Name} changed under the lock");
        if (before is not null && before.Head == branch.Head)
            return;
        var last = sql.FindLastHead.Scalar(branch.Name.Value) as long? ?? long.MinValue;
        var since = Math.Max(HeadMoment.Of(change, branch).ToUnixTimeMilliseconds(), last);
        sql.AddHead.Run(branch.Name.Value, branch.Version, since, branch.Head.Value);
    }

    private ImmutableArray<AuditEntry> AddAudit(Change change, ref LogHead head)
    {
        var placed = ImmutableArray.CreateBuilder<AuditEntry>(change.Audit.Length);
        foreach (var decided in change.Audit)
        {
            var entry = AuditChain.Link(decided, head.Audit + 1, head.AuditHash);
            sql.AddAudit.Run(
                entry.Sequence,
                entry.Id,
                entry.Time.ToUnixTimeMilliseconds(),
                entry.Actor.Subject,
                entry.Action,
                entry.TargetType,
                entry.TargetId,
                entry.Branch,
                entry.Success,
                entry.Hash,
                CanonicalJson.Write(entry with { Hash = string.Empty }));
            foreach (var issue in entry.Issues)
                sql.AddAuditIssue.Run(issue, entry.Sequence);
            head = head with { Audit = entry.Sequence, AuditHash = entry.Hash };
            placed.Add(entry);
        }

        return placed.MoveToImmutable();
    }

    private ImmutableArray<EventRecord> AddEvents(Change change, ref LogHead head)
    {
        var numbered = ImmutableArray.CreateBuilder<EventRecord>(change.Events.Length);
        foreach (var decided in change.Events)
        {
            var record = decided with { Sequence = head.Events + 1 };
            sql.AddEvent.Run(record.Sequence, record.Id, CanonicalJson.Write(record));
            head = head with { Events = record.Sequence };
            numbered.Add(record);
        }

        return numbered.MoveToImmutable();
    }

    private void AddMarks(Change change)
    {
        if (change.InboxId is { } id)
            sql.AddInbox.Run(id);
        if (change.Answer is { } answer)
            sql.AddAnswer.Run(answer.Key, answer.RequestHash, answer.Answer, answer.Time.UtcTicks);
    }

    private static ArgumentException Misuse(string rule) => new(rule);
}
