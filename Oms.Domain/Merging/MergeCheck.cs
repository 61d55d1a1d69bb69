using System.Collections.Immutable;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Ontology.Rules;
using Oms.Domain.Refusals;

namespace Oms.Domain.Merging;

/// <summary>Puts the rules of the model to what a merge wrote.</summary>
internal sealed class MergeCheck(MergeInput input)
{
    /// <summary>What is wrong; the second step of each path is the position in <paramref name="written"/>.</summary>
    /// <param name="merged">The ontology to look at.</param>
    /// <param name="written">The elements that count as written.</param>
    /// <param name="find">The element as it stands in <paramref name="merged"/>; null for none.</param>
    internal ImmutableArray<Refusal> Run(Snapshot merged, IReadOnlyList<ElementId> written, Func<ElementId, Element?> find)
    {
        var violations = new Violations();
        var workspace = new Workspace(input.Ours, NoIds.Instance, violations);
        for (var i = 0; i < written.Count; i++)
            if (find(written[i]) is { } element)
            {
                workspace.Put(element, i);
                ForgiveRemovals(element, workspace);
            }
            else
                workspace.Delete(written[i], i);
        if (RuleBook.CheckForm(workspace))
            RuleBook.Check(new Transition(input.Ours, merged, workspace));
        return violations.None ? [] : violations.Told();
    }

    /// <summary>The written element under which a violation is told.</summary>
    internal static ElementId Subject(Refusal violation, IReadOnlyList<ElementId> written) =>
        violation.Path.Length > 1 && int.TryParse(violation.Path[1], out var index) && index < written.Count ? written[index] : default;

    /// <summary>The element that a written one makes break a rule; null where it is the written one itself.</summary>
    internal static ElementId? Dependent(Refusal violation) =>
        violation.Path.IndexOf("usedBy") is var at and >= 0 && at + 1 < violation.Path.Length ? ElementId.Trusted(violation.Path[at + 1]) : null;

    // A side that removed a primary key was allowed to.
    private void ForgiveRemovals(Element element, Workspace workspace)
    {
        if (element is not ObjectType type || input.Ours.Find<ObjectType>(element.Id) is not { } before)
            return;
        foreach (var key in before.Properties)
            if (key.IsPrimaryKey && type.Properties.All(p => p.Id != key.Id))
                workspace.ForcedMembers.Add((type.Id, key.Id));
    }
}
