using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Merging;

/// <summary>
/// Holds the merged ontology against every rule of the model. What breaks one becomes a question; what an answer, or a strategy, puts right is
/// looked at again, a bounded number of times.
/// </summary>
internal sealed class MergeValidity(MergeInput input, MergeDraft draft, ConflictLog log)
{
    private const int MaxRounds = 16;

    private readonly MergeCheck check = new(input);
    private readonly MergeRepair repair = new(input, draft, new MergeCheck(input), log);

    /// <summary>The merged ontology.</summary>
    internal Snapshot Run()
    {
        for (var round = 0; ; round++)
        {
            Sever();
            var merged = draft.Apply();
            List<ElementId> order = [.. draft.Writes.Keys.Order()];
            var violations = check.Run(merged, order, id => draft.Writes[id]);
            var repaired = false;
            foreach (var violation in violations)
                repaired |= repair.Take(Breach.Of(
                    violation, MergeCheck.Subject(violation, order), MergeCheck.Dependent(violation), input, merged), merged, round < MaxRounds);
            if (!repaired)
                return merged;
        }
    }

    // Whoever decided that an element goes decided that its uses go.
    private void Sever()
    {
        if (draft.Severed.Count == 0)
            return;
        var workspace = new Workspace(input.Ours, NoIds.Instance, new Violations());
        foreach (var (id, element) in draft.Writes)
            if (element is null)
                workspace.Delete(id, 0);
            else
                workspace.Put(element, 0);
        foreach (var id in draft.Severed)
        {
            workspace.Delete(id, 0);
            workspace.Forced[id] = 0;
        }

        workspace.Answer(default);
        new ForcedDeletion(workspace).Run();
        foreach (var (id, element) in workspace.Touched.ToList())
            draft.Put(id, element);
        draft.Severed.Clear();
    }
}
