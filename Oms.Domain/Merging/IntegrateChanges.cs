using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Issues;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;

namespace Oms.Domain.Merging;

/// <summary>Makes a commit of what a three-way merge came to: a merge, a squash, a revert or a cherry-pick.</summary>
/// <param name="Right">The right that it needs.</param>
/// <param name="Purpose">What it is for, after "to", as a refusal says it.</param>
/// <param name="Message">Why: 1 to <see cref="TextLimits.MaxMessage"/> characters.</param>
/// <param name="Issues">The issues it belongs to.</param>
/// <param name="ExpectedHead">The head that the client saw; null for whatever there is.</param>
/// <param name="FencingToken">The token of the lock that the client holds; null when it holds none.</param>
public sealed record IntegrateChanges(
    Right Right, string Purpose, string Message, ImmutableArray<string> Issues, ObjectHash? ExpectedHead, long? FencingToken)
{
    /// <summary>True for the merge of a proposal that may be merged: protection is kept by what the target asks of proposals.</summary>
    internal bool ByProposal { get; init; }

    /// <summary>
    /// True when nothing is to be written. An issue that is missing then hides nothing else that stands against it: who asks is told of it beside.
    /// </summary>
    public bool IsDryRun { get; init; }

    /// <summary>Decides for this branch as it was loaded.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="loaded">The branch that is written.</param>
    /// <param name="parents">The parents of the commit, the branch's head first.</param>
    /// <param name="before">The ontology at that head.</param>
    /// <param name="result">What merging came to.</param>
    /// <param name="policy">When an issue must be named.</param>
    public Result<IntegrationDecision> Decide(
        CommandContext context, Branch loaded, ImmutableArray<CommitRecord> parents, Snapshot before, MergeResult result, IssuePolicy policy)
    {
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        if (Refuse(context, branch, policy, result.Changes) is { IsEmpty: false } refusals)
            return refusals;
        var open = result.Open.Count();
        if (open > 0)
            return new MergeConflicts(branch.Name.Value, open);
        // A merge that changes nothing still says that the two histories are one.
        if (result.Changes.IsEmpty && parents.Length == 1)
            return new NothingChanged(branch.Name.Value);
        var (change, record, written) = new CommitWriting(result.Merged, result.Changes, result.Objects, Message, Issues)
            .Write(journal, loaded, branch, parents, before);
        if (parents.Length > 1)
        {
            TellMerged(journal, branch, parents[1].Id, record.Id);
            change = change with { Events = journal.Events };
        }

        return new IntegrationDecision(change, record.Id, written, result.Merged);
    }

    /// <summary>Decides to move the branch to a commit that has all that it has.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="loaded">The branch that is written.</param>
    /// <param name="target">The commit.</param>
    /// <param name="before">The ontology at the branch's head.</param>
    /// <param name="result">What merging the commit comes to: what it has itself.</param>
    /// <param name="policy">When an issue must be named.</param>
    public Result<IntegrationDecision> DecideFastForward(
        CommandContext context, Branch loaded, CommitRecord target, Snapshot before, MergeResult result, IssuePolicy policy)
    {
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        if (Refuse(context, branch, policy, result.Changes) is { IsEmpty: false } refusals)
            return refusals;
        journal.Record(TargetTypes.Branch, branch.Name.Value, "merge", entry => entry with
        {
            Branch = branch.Name.Value,
            Before = CanonicalJson.Literal(new { head = branch.Head }),
            After = CanonicalJson.Literal(new { head = target.Id }),
            Commit = target.Id.Value,
            Issues = Issues,
            Reason = Message,
        });
        var write = CommitWriting.Move(journal, branch, target.Id, result.Changes, (before, result.Merged)).Over(loaded);
        TellMerged(journal, branch, target.Id, target.Id);
        return new IntegrationDecision(
            new Storage.Change { Branches = [write], Audit = journal.Entries, Events = journal.Events }, target.Id, write.Branch, null);
    }

    /// <summary>Decides to make commits of another branch anew upon this one.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="loaded">The branch that is written.</param>
    /// <param name="head">Its head.</param>
    /// <param name="before">The ontology at that head.</param>
    /// <param name="replay">What making them anew came to.</param>
    /// <param name="policy">When an issue must be named.</param>
    public Result<IntegrationDecision> DecideRebase(
        CommandContext context, Branch loaded, CommitRecord head, Snapshot before, Replay replay, IssuePolicy policy)
    {
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        if (Refuse(context, branch, policy, replay.Result.Changes) is { IsEmpty: false } refusals)
            return refusals;
        var open = replay.Result.Open.Count();
        if (open > 0)
            return new MergeConflicts(branch.Name.Value, open);
        if (replay.Steps.IsEmpty)
            return new NothingChanged(branch.Name.Value);
        ImmutableArray<CommitWriting> writings = [.. replay.Steps.Select(s => new CommitWriting(
            s.Result.Merged, s.Result.Changes, s.Result.Objects, s.Original.Commit.Message, s.Original.Commit.Issues) { Original = s.Original })];
        var (change, record, written) = CommitWriting.WriteAll(journal, loaded, branch, head, before, writings);
        return new IntegrationDecision(change, record.Id, written, replay.Result.Merged);
    }

    private static void TellMerged(Journal journal, Branch branch, ObjectHash from, ObjectHash head) =>
        journal.Tell(EventTypes.BranchMerged, branch.Name.Value, new BranchMergedData(from, branch.Head, head), head.Value);

    private ImmutableArray<Refusal> Refuse(CommandContext context, Branch branch, IssuePolicy policy, ImmutableArray<ElementChange> changes)
    {
        if (!context.May(Right))
            return [NotAuthorized.Lacking(Right, Purpose)];
        if (WriteAccess.Check(context, branch, FencingToken, changes, ByProposal) is { } access)
            return [access];
        if (ExpectedHead is { } expected && expected != branch.Head)
            return [new HeadMoved(branch.Name.Value, expected.Value, branch.Head.Value) { Path = ["expectedHead"] }];
        var problems = IsDryRun ? [] : policy.Check(branch.Name, Issues).ToList();
        if (TextLimits.Check("message", Message, TextLimits.MaxMessage) is { } message)
            problems.Insert(0, message);
        return [.. problems];
    }
}
