using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Ontology.Rules;

/// <summary>What the rules look at: the versions before and after, and what was touched between them.</summary>
internal sealed record Transition(Snapshot Before, Snapshot After, Workspace Workspace)
{
    internal Violations Violations => Workspace.Violations;

    /// <summary>Elements that are there after and were written.</summary>
    internal IEnumerable<Element> Written => Workspace.Touched.Select(t => t.Value).OfType<Element>();

    /// <summary>Elements that were there before and are deleted.</summary>
    internal IEnumerable<Element> Deleted => Workspace.Touched.Where(t => t.Value is null).Select(t => Before.Find(t.Key)).OfType<Element>();

    internal Trail TrailOf(ElementId id) => Workspace.TrailOf(id);
}
