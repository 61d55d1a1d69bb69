using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Domain.Branches;

/// <summary>Begins a registry that has nothing yet: a first commit without elements, and <c>main</c> at it.</summary>
public static class FoundRegistry
{
    /// <summary>The change that a new store takes first.</summary>
    public static Change Decide(CommandContext context, BranchPolicy policy)
    {
        var journal = new Journal(context);
        var (record, stored) = CommitBuilder.Build(default, [], [], context.Actor.Subject, context.Time, "an empty ontology", []);
        var main = new Branch
        {
            Name = BranchName.Main,
            Head = stored.Hash,
            Version = 1,
            Description = "What is in use.",
            IsProtected = policy.IsProtected(BranchName.Main),
            StateChangedAt = context.Time,
            StateChangedBy = context.Actor.Subject,
            StateReason = "created",
            CreatedAtCommit = stored.Hash,
            CreatedAt = context.Time,
            CreatedBy = context.Actor.Subject,
        };
        journal.Record(TargetTypes.Branch, main.Name.Value, "create", entry => entry with
        {
            Branch = main.Name.Value,
            TargetName = main.Name.Value,
            After = main.ForAudit(),
            Commit = stored.Hash.Value,
        });
        journal.Tell(
            EventTypes.BranchCreated,
            main.Name.Value,
            new BranchCreatedData(main.Name.Value, stored.Hash.Value, null, main.IsProtected),
            stored.Hash.Value);
        return new Change
        {
            Objects = [stored],
            Commits = [record],
            Branches = [new BranchWrite(main, 0)],
            Audit = journal.Entries,
            Events = journal.Events,
        };
    }
}
