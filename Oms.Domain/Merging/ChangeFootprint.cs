using System.Collections.Frozen;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Ontology.Rules;

namespace Oms.Domain.Merging;

/// <summary>
/// What a change can meet another by: two changes of one version whose footprints do not meet merge without a question. Two that meet may have
/// one; only the merge tells.
/// </summary>
/// <param name="Touches">Ids of elements that it writes, or whose rules it can break, and the names that it gives or takes.</param>
/// <param name="LeansOn">Ids of elements that those written refer to, and that these inherit or take their definition from.</param>
public sealed record ChangeFootprint(FrozenSet<string> Touches, FrozenSet<string> LeansOn)
{
    /// <summary>The footprint of what leads from one version to another. Cost follows the change and what inherits from it.</summary>
    public static ChangeFootprint Of(Snapshot before, Snapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var workspace = new Workspace(before, NoIds.Instance, new Violations());
        var touches = new HashSet<string>(StringComparer.Ordinal);
        var leansOn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in TreeDiff.Compare(before, after))
        {
            var (old, now) = (change.Before.IsEmpty ? null : before.Find(change.Element), change.After.IsEmpty ? null : after.Find(change.Element));
            if (now is null)
                workspace.Delete(change.Element, 0);
            else
                workspace.Put(now, 0);
            touches.Add(change.Element.Value);
            foreach (var (version, element) in new[] { (before, old), (after, now) })
                if (element is not null)
                    Add(version, element, touches, leansOn);
        }

        var impact = new Impact(new Transition(before, after, workspace));
        touches.UnionWith(impact.Inheritance.Keys.Concat(impact.Satisfaction.Keys).Concat(impact.Typed.Keys).Select(id => id.Value));
        return new ChangeFootprint(touches.ToFrozenSet(StringComparer.Ordinal), leansOn.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>False when the two can not have a question between them.</summary>
    public bool Meets(ChangeFootprint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Touches.Overlaps(other.Touches) || Touches.Overlaps(other.LeansOn) || LeansOn.Overlaps(other.Touches);
    }

    private static void Add(Snapshot version, Element element, HashSet<string> touches, HashSet<string> leansOn)
    {
        touches.Add($"{element.Kind} {element.Name}");
        // The field that a link leads by is a part of the type at its end.
        if (element is LinkType link)
            touches.UnionWith([link.From.Type.Value, link.To.Type.Value]);
        var open = new Stack<ElementId>(References.Of(element).Select(r => r.Target));
        while (open.TryPop(out var id))
            if (leansOn.Add(id.Value) && version.Find(id) is { } found)
                foreach (var reference in References.Of(found).Where(IsDefining))
                    open.Push(reference.Target);
    }

    private static bool IsDefining(Reference reference) =>
        reference.Usage.Kind is UsageKind.Parent or UsageKind.Interface or UsageKind.Extends or UsageKind.SharedProperty
        || (reference.Usage.Kind == UsageKind.Type && reference.Target.Kind is ElementKind.ValueType or ElementKind.StructType);
}
