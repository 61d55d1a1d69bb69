using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Issues;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>
/// Begins to put a shadow index in the place of the one in use: checks it, and locks what it covers for <see cref="ShadowIndex.SwitchTime"/>.
/// The builder switches and confirms; where it does not in time, the index in use stays.
/// </summary>
/// <param name="Id">The shadow index.</param>
/// <param name="IsForced">True to pass the checks; asks for the right to set a branch's state.</param>
public sealed record SwitchShadowIndex(string Id, bool IsForced)
{
    private static readonly ImmutableArray<ElementKind> AllKinds = [.. Enum.GetValues<ElementKind>()];

    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded, IssuePolicy issues)
    {
        if (IsForced && !context.May(Right.BranchSetState))
            return NotAuthorized.Lacking(Right.BranchSetState, "to switch to an index past its checks") with { Path = ["force"] };
        return ShadowIndexes.Decide(context, loaded, Id, (journal, branch, shadow) =>
        {
            if (ShadowIndexes.Refuse(branch, shadow, ShadowState.Switching) is { } refusal)
                return refusal;
            var failing = shadow.Failing(branch.Shadows.FirstOrDefault(s => s.State == ShadowState.Active && s.Type == shadow.Type));
            if (!failing.IsEmpty && !IsForced)
                return new ShadowChecksFailed(branch.Name.Value, Id, failing);
            var taken = new LockBranch("switching to another index", null, null)
            {
                Type = LockType.Maintenance, Scopes = [.. (shadow.Kinds.IsEmpty ? AllKinds : shadow.Kinds).Select(LockScope.Of)], ExactTtl = ShadowIndex.SwitchTime,
            }.Take(journal, branch, issues);
            return taken.IsOk
                ? ShadowIndexes.Move(journal, taken.Value, shadow, ShadowState.Switching, shadow with { LockId = taken.Value.Locks[^1].Id, Forced = failing, Error = null }, "switch")
                : taken.Refusals;
        });
    }
}
