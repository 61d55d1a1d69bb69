using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Ontology.Rules;

/// <summary>What the rules look at: the versions before and after, and what was touched between them.</summary>
internal sealed class Transition
{
    internal Transition(Snapshot before, Snapshot after, Workspace workspace)
    {
        Before = before;
        After = after;
        Workspace = workspace;
        Values = new ValueChecker(after, Patterns);
    }

    internal Snapshot Before { get; }

    internal Snapshot After { get; }

    internal Workspace Workspace { get; }

    internal Patterns Patterns { get; } = new();

    internal ValueChecker Values { get; }

    internal Violations Violations => Workspace.Violations;

    /// <summary>Elements that are there after and were written.</summary>
    internal IEnumerable<Element> Written => Workspace.Touched.Select(t => t.Value).OfType<Element>();

    /// <summary>Elements that were there before and are deleted.</summary>
    internal IEnumerable<Element> Deleted => Workspace.Touched.Where(t => t.Value is null).Select(t => Before.Find(t.Key)).OfType<Element>();

    internal Trail TrailOf(ElementId id) => Workspace.TrailOf(id);

    /// <summary>Where to tell what is wrong with an element: its own operation, else that of the element that caused it.</summary>
    internal Trail TrailOf(ElementId id, ElementId cause) =>
        Workspace.IsTouched(id) ? TrailOf(id) : TrailOf(cause).At("usedBy").At(id.Value);
}
