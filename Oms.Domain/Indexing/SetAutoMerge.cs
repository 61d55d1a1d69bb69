using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Issues;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>Asks that a branch is merged by itself once it is indexed, or takes that back.</summary>
/// <param name="Into">The branch that it is merged into; null to take it back.</param>
/// <param name="Issues">The issues that the merge belongs to.</param>
public sealed record SetAutoMerge(BranchName? Into, ImmutableArray<string> Issues)
{
    /// <summary>Whether approvals of the very head are asked for.</summary>
    public bool RequiresApprovals { get; init; } = true;

    /// <summary>Whether green checks of the very head are asked for.</summary>
    public bool RequiresChecks { get; init; } = true;

    /// <summary>How long something may stand against it at one head before it is given up: a second to <see cref="AutoMergePolicy.MaxTimeout"/>.</summary>
    public TimeSpan Timeout { get; init; } = AutoMergePolicy.DefaultTimeout;

    /// <summary>Decides for this branch as it was loaded. The merge has no more rights than who asks for it here.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded, IssuePolicy issues)
    {
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        if (Refuse(context, branch, issues) is { IsEmpty: false } refusals)
            return refusals;
        var policy = Into is { } into
            ? new AutoMergePolicy
            {
                Into = into, Issues = Issues, RequiresApprovals = RequiresApprovals, RequiresChecks = RequiresChecks, Timeout = Timeout,
                AskedBy = context.Actor.Subject, Roles = context.Actor.Roles, AskedAt = context.Time,
            }
            : null;
        journal.Record(TargetTypes.Branch, branch.Name.Value, "set_auto_merge", entry => entry with
        {
            Branch = branch.Name.Value,
            TargetName = branch.Name.Value,
            Before = branch.AutoMerge is { } before ? CanonicalJson.Literal(before) : null,
            After = policy is null ? null : CanonicalJson.Literal(policy),
            Issues = Issues,
        });
        journal.Tell(EventTypes.AutoMergeChanged, branch.Name.Value, new AutoMergeData(Into?.Value, branch.Head.Value, []));
        return new Change { Branches = [(branch with { AutoMerge = policy }).Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }

    private ImmutableArray<Refusal> Refuse(CommandContext context, Branch branch, IssuePolicy issues)
    {
        if (!context.May(Right.Merge))
            return [NotAuthorized.Lacking(Right.Merge, "to have a branch merged by itself")];
        if (branch.State == BranchState.Archived)
            return [BranchNotWritable.Of(branch)];
        if (Into is not { } into)
            return branch.AutoMerge is null ? [new NothingChanged(branch.Name.Value)] : [];
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > AutoMergePolicy.MaxTimeout)
            return [new ValueOutOfRange("timeout in seconds", 1, (long)AutoMergePolicy.MaxTimeout.TotalSeconds, (long)Timeout.TotalSeconds) { Path = ["timeoutSeconds"] }];
        return into == branch.Name
            ? [new NothingChanged(branch.Name.Value) { Path = ["into"] }]
            : [.. issues.Check(into, Issues)];
    }
}
