using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Branches;

/// <summary>Makes a branch: a new name for a commit, in constant time whatever the ontology's size.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="From">The branch it is made from; null when it is made from a bare commit.</param>
/// <param name="At">The commit it starts at.</param>
public sealed record CreateBranch(BranchName Name, string Description, BranchName? From, ObjectHash At)
{
    /// <summary>Decides; <paramref name="existing"/> is the branch that has the name already, if any has.</summary>
    public Result<Change> Decide(CommandContext context, Branch? existing, BranchPolicy policy)
    {
        if (!context.May(Right.BranchCreate))
            return NotAuthorized.Lacking(Right.BranchCreate, "to make a branch");
        if (TextLimits.CheckOptional("description", Description, TextLimits.MaxDescription) is { } text)
            return text;
        if (existing is not null)
            return new BranchExists(Name.Value) { Path = ["name"] };
        var isProtected = policy.IsProtected(Name);
        if (isProtected && !context.May(Right.BranchProtect))
            return NotAuthorized.Lacking(Right.BranchProtect, $"to make a branch whose name is protected by rule, as '{Name}' is");
        return Make(new Journal(context), isProtected);
    }

    private Change Make(Journal journal, bool isProtected)
    {
        var context = journal.Context;
        var branch = new Branch
        {
            Name = Name,
            Head = At,
            Version = 1,
            Description = Description,
            IsProtected = isProtected,
            StateChangedAt = context.Time,
            StateChangedBy = context.Actor.Subject,
            StateReason = "created",
            CreatedFrom = From,
            CreatedAtCommit = At,
            CreatedAt = context.Time,
            CreatedBy = context.Actor.Subject,
        };
        journal.Record(TargetTypes.Branch, Name.Value, "create", entry => entry with
        {
            Branch = Name.Value,
            TargetName = Name.Value,
            After = branch.ForAudit(),
        });
        journal.Tell(EventTypes.BranchCreated, Name.Value, new BranchCreatedData(Name.Value, At.Value, From?.Value, isProtected), At.Value);
        return new Change { Branches = [new BranchWrite(branch, 0)], Audit = journal.Entries, Events = journal.Events };
    }
}
