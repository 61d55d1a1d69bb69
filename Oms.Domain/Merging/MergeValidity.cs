using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Ontology.Rules;
using Oms.Domain.Refusals;

namespace Oms.Domain.Merging;

/// <summary>
/// Holds the merged ontology against every rule of the model. What breaks one becomes a question; what an answer, or a strategy, puts right is
/// looked at again, a bounded number of times.
/// </summary>
internal sealed class MergeValidity(MergeInput input, MergeDraft draft, ConflictLog log)
{
    private const int MaxRounds = 16;

    private readonly MergeRepair repair = new(input, draft, log);

    /// <summary>The merged ontology.</summary>
    internal Snapshot Run()
    {
        for (var round = 0; ; round++)
        {
            Sever();
            var merged = draft.Apply();
            var violations = Check(merged, out var order);
            var repaired = false;
            foreach (var violation in violations)
                repaired |= repair.Take(violation, Subject(violation, order), Dependent(violation), merged);
            if (!repaired || round == MaxRounds)
                return repaired ? draft.Apply() : merged;
        }
    }

    private ImmutableArray<Refusal> Check(Snapshot merged, out List<ElementId> order)
    {
        var violations = new Violations();
        var workspace = new Workspace(input.Ours, NoIds.Instance, violations);
        order = [.. draft.Writes.Keys.Order()];
        for (var i = 0; i < order.Count; i++)
            if (draft.Writes[order[i]] is { } element)
            {
                workspace.Put(element, i);
                ForgiveRemovals(element, workspace);
            }
            else
                workspace.Delete(order[i], i);
        if (RuleBook.CheckForm(workspace))
            RuleBook.Check(new Transition(input.Ours, merged, workspace));
        return violations.None ? [] : violations.Told();
    }

    // A side that removed a primary key was allowed to.
    private void ForgiveRemovals(Element element, Workspace workspace)
    {
        if (element is not ObjectType type || input.Ours.Find<ObjectType>(element.Id) is not { } before)
            return;
        foreach (var key in before.Properties)
            if (key.IsPrimaryKey && type.Properties.All(p => p.Id != key.Id))
                workspace.ForcedMembers.Add((type.Id, key.Id));
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

    private static ElementId Subject(Refusal violation, List<ElementId> order) =>
        violation.Path.Length > 1 && int.TryParse(violation.Path[1], out var index) && index < order.Count ? order[index] : default;

    private static ElementId? Dependent(Refusal violation) =>
        violation.Path.IndexOf("usedBy") is var at and >= 0 && at + 1 < violation.Path.Length ? ElementId.Trusted(violation.Path[at + 1]) : null;
}
