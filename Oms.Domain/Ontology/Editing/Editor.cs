using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology.Naming;
using Oms.Domain.Ontology.Rules;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Editing;

/// <summary>
/// Makes the next version of the ontology from this one and a list of operations, all of them or none. Pure: the same snapshot, operations
/// and ids give the same result. Cost follows what is touched and what refers to it, not the size of the ontology.
/// </summary>
public static class Editor
{
    /// <summary>Applies operations in their order, then checks the outcome as a whole.</summary>
    /// <param name="before">The version to start from.</param>
    /// <param name="operations">The operations; their place in this list is in the path of a refusal: <c>operations, 3, name</c>.</param>
    /// <param name="ids">Gives ids to what has none.</param>
    /// <returns>The edit, or everything that is wrong, at most 100 reasons.</returns>
    public static Result<Edit> Apply(Snapshot before, ImmutableArray<Operation> operations, IIdSource ids)
    {
        var violations = new Violations();
        var workspace = new Workspace(before, ids, violations);
        new OperationRunner(workspace).Run(operations);
        new ReferenceResolver(workspace).Run();
        new ForcedDeletion(workspace).Run();
        Normalization.Run(workspace);
        if (!RuleBook.CheckForm(workspace))
            return violations.Told();
        var writes = workspace.Writes();
        foreach (var (write, bytes) in writes)
            RuleBook.CheckSize(write.Id, bytes?.Length ?? 0, workspace);
        ImmutableArray<SnapshotWrite> changes = [.. writes.Select(w => w.Write)];
        var after = before.With(changes);
        RuleBook.Check(new Transition(before, after, workspace));
        if (!violations.None)
            return violations.Told();
        return new Edit(
            after,
            TreeDiff.Of(before, changes),
            [.. writes.Where(w => w.Bytes is not null).Select(w => new StoredObject(w.Write.Hash, w.Bytes)), .. after.Map.NodesSince(before.Map)],
            [.. writes.Where(w => w.Write.After is not null).SelectMany(w => NamingConvention.Standard.Check(w.Write.After!))],
            workspace.Results());
    }
}
