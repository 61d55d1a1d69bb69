using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Domain.Branches;

/// <summary>The steps that decisions on branches are made of; each leaves its event.</summary>
internal static class BranchMoves
{
    /// <summary>The branch in another state. A move that the table does not have is a bug of the decision that asks for it.</summary>
    internal static Branch MoveTo(this Branch branch, BranchState state, StateTrigger trigger, string reason, Journal journal, Actor? by = null)
    {
        if (!BranchTransitions.IsAllowed(branch.State, state))
            throw new InvalidOperationException($"{branch.State} does not lead to {state}");
        var actor = by ?? journal.Context.Actor;
        var moved = branch with
        {
            State = state,
            PreviousState = branch.State,
            StateChangedAt = journal.Context.Time,
            StateChangedBy = actor.Subject,
            StateReason = reason,
        };
        journal.Tell(
            EventTypes.BranchStateChanged,
            branch.Name.Value,
            new BranchStateChangedData(
                branch.State, state, reason, trigger, actor.Subject, moved.Lock is { } held ? LockData.Of(held) : null),
            author: actor.Subject);
        return moved;
    }

    /// <summary>The write of this record over the one that was loaded.</summary>
    internal static BranchWrite Over(this Branch branch, Branch loaded) =>
        new(branch with { Version = loaded.Version + 1 }, loaded.Version);

    /// <summary>The part of a branch that the audit log keeps as before and after.</summary>
    internal static Ontology.JsonLiteral ForAudit(this Branch branch) => CanonicalJson.Literal(new
    {
        head = branch.Head,
        isProtected = branch.IsProtected,
        state = branch.State,
        stateReason = branch.StateReason,
        createdFrom = branch.CreatedFrom,
        description = branch.Description,
    });
}
