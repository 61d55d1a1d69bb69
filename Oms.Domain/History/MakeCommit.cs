using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Issues;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.History;

/// <summary>Makes one commit of many operations, all or none.</summary>
/// <param name="Operations">What to do, in order.</param>
/// <param name="Message">Why: 1 to <see cref="TextLimits.MaxMessage"/> characters.</param>
/// <param name="Issues">The issues it belongs to; each is kept once.</param>
/// <param name="ExpectedHead">The head that the client built upon; null to build upon whatever there is.</param>
/// <param name="FencingToken">The token of the lock that the client holds; null when it holds none.</param>
public sealed record MakeCommit(
    ImmutableArray<Operation> Operations, string Message, ImmutableArray<string> Issues, ObjectHash? ExpectedHead, long? FencingToken)
{
    /// <summary>Decides for this branch as it was loaded. Costs what changes, not what there is.</summary>
    /// <param name="context">Who commits, when.</param>
    /// <param name="loaded">The branch.</param>
    /// <param name="head">The commit at its head.</param>
    /// <param name="before">The ontology at that commit.</param>
    /// <param name="policy">When an issue must be named.</param>
    /// <param name="ids">Identities for what is made.</param>
    public Result<CommitDecision> Decide(
        CommandContext context, Branch loaded, CommitRecord head, Snapshot before, IssuePolicy policy, IIdSource ids)
    {
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        if (RefuseAccess(context, branch) is { } access)
            return access;
        if (ExpectedHead is { } expected && expected != branch.Head)
            return new HeadMoved(branch.Name.Value, expected.Value, branch.Head.Value) { Path = ["expectedHead"] };
        ImmutableArray<Refusal> problems = [.. RefuseInput(branch, policy)];
        if (!problems.IsEmpty)
            return problems;
        var edit = Editor.Apply(before, Operations, ids);
        if (!edit.IsOk)
            return edit.Refusals;
        if (edit.Value.Changes.IsEmpty)
            return new NothingChanged(branch.Name.Value);
        return WriteAccess.Check(context, branch, FencingToken, edit.Value.Changes) is { } locked
            ? locked
            : Make(journal, loaded, branch, head, before, edit.Value);
    }

    /// <summary>
    /// Decides to keep the commit until a lock ends, for one that nothing but a lock stands against: what <see cref="Decide"/> refused with
    /// <see cref="BranchLocked"/>.
    /// </summary>
    /// <param name="context">Who commits, when.</param>
    /// <param name="loaded">The branch.</param>
    /// <param name="head">The commit at its head.</param>
    /// <param name="before">The ontology at that commit.</param>
    /// <param name="policy">When an issue must be named.</param>
    /// <param name="ids">Identities for what is made.</param>
    public Result<QueueDecision> DecideQueue(
        CommandContext context, Branch loaded, CommitRecord head, Snapshot before, IssuePolicy policy, IIdSource ids)
    {
        var journal = new Journal(context);
        var branch = loaded;
        if ((RefuseRights(context) ?? WriteAccess.CheckOpen(context, branch)) is { } access)
            return access;
        if (ExpectedHead is { } expected && expected != branch.Head)
            return new HeadMoved(branch.Name.Value, expected.Value, branch.Head.Value) { Path = ["expectedHead"] };
        ImmutableArray<Refusal> problems = [.. RefuseInput(branch, policy)];
        if (!problems.IsEmpty)
            return problems;
        var edit = Editor.Apply(before, Operations, ids);
        if (!edit.IsOk)
            return edit.Refusals;
        if (edit.Value.Changes.IsEmpty)
            return new NothingChanged(branch.Name.Value);
        var (record, stored) = CommitBuilder.Build(edit.Value.After.Tree, [head], edit.Value.Changes, context.Actor.Subject, context.Time, Message, Issues);
        var (change, queued) = QueueCommit.Make(journal, branch, record, stored, [.. edit.Value.Objects]);
        return new QueueDecision(change, queued, edit.Value);
    }

    private Refusal? RefuseAccess(CommandContext context, Branch branch) => RefuseRights(context) ?? WriteAccess.CheckBefore(context, branch, FencingToken);

    private NotAuthorized? RefuseRights(CommandContext context)
    {
        if (!context.May(Right.SchemaWrite))
            return NotAuthorized.Lacking(Right.SchemaWrite, "to change an ontology");
        if (!context.May(Right.SchemaDelete) && Operations.Any(o => o is DeleteElement))
            return NotAuthorized.Lacking(Right.SchemaDelete, "to delete an element") with { Path = ["operations"] };
        return null;
    }

    private IEnumerable<Refusal> RefuseInput(Branch branch, IssuePolicy policy)
    {
        if (TextLimits.Check("message", Message, TextLimits.MaxMessage) is { } message)
            yield return message;
        foreach (var issue in policy.Check(branch.Name, Issues))
            yield return issue;
    }

    private CommitDecision Make(Journal journal, Branch loaded, Branch branch, CommitRecord head, Snapshot before, Edit edit)
    {
        var (change, record, written) = new CommitWriting(edit.After, edit.Changes, edit.Objects, Message, Issues)
            .Write(journal, loaded, branch, [head], before);
        return new CommitDecision(change, record, edit, written);
    }
}
