using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Domain.Indexing;

/// <summary>Says how a switch ended: the index is in use and was verified, or the one before it is in use still.</summary>
/// <param name="Id">The shadow index.</param>
/// <param name="FencingToken">The token of the switch's lock.</param>
/// <param name="IsVerified">True when the index answers from its new place.</param>
/// <param name="Message">What went wrong; null where nothing did.</param>
public sealed record ConfirmShadowSwitch(string Id, long FencingToken, bool IsVerified, string? Message)
{
    private static readonly ImmutableArray<ElementKind> AllKinds = [.. Enum.GetValues<ElementKind>()];

    /// <summary>Decides for this branch as it was loaded. After the lock has ended nothing is confirmed any more: the switch was rolled back.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (Message is not null && TextLimits.Check("message", Message, TextLimits.MaxReason) is { } text)
            return text;
        return ShadowIndexes.Decide(context, loaded, Id, (journal, branch, shadow) =>
        {
            if (ShadowIndexes.Refuse(branch, shadow, ShadowState.Active) is { } refusal)
                return refusal;
            var held = branch.Locks.First(l => l.Id == shadow.LockId);
            if (held.FencingToken != FencingToken)
                return new FencingTokenStale(branch.Name.Value, FencingToken) { Path = ["fencingToken"] };
            if (!IsVerified)
                return LockEnding.Free(journal, branch, held, Message ?? "the index could not be verified");
            return Activate(journal, branch, shadow, held);
        });
    }

    private static Branch Activate(Journal journal, Branch branch, ShadowIndex shadow, Lock held)
    {
        var before = branch.Shadows.FirstOrDefault(s => s.State == ShadowState.Active && s.Type == shadow.Type);
        var switched = before is null ? branch : ShadowIndexes.Move(journal, branch, before, ShadowState.Cleanup, before, "clean_up");
        switched = ShadowIndexes.Move(
            journal, switched, shadow, ShadowState.Active, shadow with { SwitchedAt = journal.Context.Time, LockId = null, Error = null }, "activate");
        journal.Tell(EventTypes.IndexSwitched, branch.Name.Value, new ShadowIndexData(shadow.Id, shadow.Type, shadow.State, ShadowState.Active, null), shadow.ReadAt.Value);
        var kinds = shadow.Kinds.IsEmpty ? AllKinds : shadow.Kinds;
        var indexed = LockEnding.Free(journal, switched, held, "the switch is done") with
        {
            Indexes = [.. branch.Indexes.Where(i => !kinds.Contains(i.Kind)).Concat(kinds.Select(k => StateOf(journal, shadow, k))).OrderBy(i => i.Kind)],
        };
        return indexed.State == BranchState.Active && indexed.Locks.All(l => l.Type != LockType.Indexing) && indexed.Indexes.All(i => i.CurrentAt == indexed.Head)
            ? indexed.MoveTo(BranchState.Ready, StateTrigger.Indexing, $"indexed by {shadow.Builder}", journal)
            : indexed;
    }

    private static IndexState StateOf(Journal journal, ShadowIndex shadow, ElementKind kind) => new()
    {
        Kind = kind, Commit = shadow.ReadAt, CurrentAt = shadow.CurrentAt, IndexingId = shadow.Id, CompletedAt = journal.Context.Time, CompletedBy = shadow.Builder,
        Records = shadow.Records, SizeBytes = shadow.SizeBytes,
    };
}
