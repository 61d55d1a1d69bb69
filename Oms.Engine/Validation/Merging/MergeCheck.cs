using System.Runtime.CompilerServices;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Merging;

/// <summary>
/// Decides whether the fields of a selection set can be merged, without saying which cannot. Instead of comparing pairs it compares whole
/// groups: having the same shape, and being the same field, are equivalences, so each member is held against the first alone. That makes
/// valid documents cost in proportion to their size where pairs would cost its square; only an invalid one is looked at pair by pair.
/// </summary>
internal sealed class MergeCheck(ValidationContext context, FieldCollector collector, FieldComparison comparison)
{
    private readonly Queue<(List<SelectedField> Group, bool SameShapeOnly)> _pending = new();
    private readonly HashSet<GroupKey> _checked = [];

    /// <param name="parentType">The type of the selection set.</param>
    /// <param name="selectionSet">The selection set.</param>
    /// <returns>False when some two fields conflict; true too when the budget ran out, which ends validation by itself.</returns>
    public bool CanMerge(NamedType? parentType, SelectionSetNode selectionSet)
    {
        _pending.Clear();
        var groups = Expand([collector.Collect(parentType, selectionSet)]);
        Enqueue(groups, sameShapeOnly: true);
        Enqueue(groups, sameShapeOnly: false);
        while (_pending.TryDequeue(out var next))
        {
            if (!context.Spend(next.Group.Count))
                return true;
            if (next.SameShapeOnly ? HaveSameShape(next.Group) : AreSameForCommonParents(next.Group))
                continue;

            // What was still to be checked below this set may be asked for again as part of another.
            _checked.Clear();
            return false;
        }

        return true;
    }

    private bool HaveSameShape(List<SelectedField> group)
    {
        SelectedField? first = null;
        foreach (var field in group)
        {
            if (field.IsStreamed)
                return false;
            if (field.Definition is null)
                continue;
            first ??= field;
            if (FieldComparison.HaveDifferentShapes(first.Definition!.Type, field.Definition.Type))
                return false;
        }

        EnqueueSubselections(group, sameShapeOnly: true);
        return true;
    }

    // Fields of different object types never meet in one object. Fields of interfaces and unions may meet those of any type.
    private bool AreSameForCommonParents(List<SelectedField> group)
    {
        var byObjectType = new Dictionary<ObjectType, List<SelectedField>>();
        var others = new List<SelectedField>();
        foreach (var field in group)
        {
            if (field.ParentType is not ObjectType type)
                others.Add(field);
            else if (byObjectType.TryGetValue(type, out var list))
                list.Add(field);
            else
                byObjectType.Add(type, [field]);
        }

        if (byObjectType.Count == 0)
            return AreSame(others);
        foreach (var list in byObjectType.Values)
        {
            if (!context.Spend(list.Count + others.Count))
                return true;
            if (others.Count > 0)
                list.AddRange(others);
            if (!AreSame(list))
                return false;
        }

        return true;
    }

    private bool AreSame(List<SelectedField> fields)
    {
        for (var i = 1; i < fields.Count; i++)
        {
            if (!comparison.IsSameField(fields[0], fields[i]))
                return false;
        }

        EnqueueSubselections(fields, sameShapeOnly: false);
        return true;
    }

    private void EnqueueSubselections(List<SelectedField> fields, bool sameShapeOnly)
    {
        var withSubselection = fields.FindAll(field => field.Node.SelectionSet is not null);
        if (withSubselection.Count < 2 || !_checked.Add(new GroupKey(withSubselection, sameShapeOnly)))
            return;
        Enqueue(Expand(withSubselection.ConvertAll(field => collector.Collect(field.SubselectionType, field.Node.SelectionSet!))), sameShapeOnly);
    }

    private void Enqueue(Dictionary<string, List<SelectedField>> groups, bool sameShapeOnly)
    {
        foreach (var group in groups.Values)
        {
            if (group.Count > 1)
                _pending.Enqueue((group, sameShapeOnly));
        }
    }

    private Dictionary<string, List<SelectedField>> Expand(List<CollectedFields> sets)
    {
        var groups = new Dictionary<string, List<SelectedField>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < sets.Count; i++)
        {
            if (!context.Spend(sets[i].ByResponseName.Count + sets[i].FragmentNames.Count))
                break;
            foreach (var (name, fields) in sets[i].ByResponseName)
            {
                if (groups.TryGetValue(name, out var group))
                    group.AddRange(fields);
                else
                    groups.Add(name, [.. fields]);
            }

            foreach (var name in sets[i].FragmentNames)
            {
                if (seen.Add(name) && collector.CollectFragment(name) is { } fragment)
                    sets.Add(fragment);
            }
        }

        return groups;
    }

    /// <summary>The same fields in the same order: merging their subselections again would find the same.</summary>
    private readonly struct GroupKey : IEquatable<GroupKey>
    {
        private readonly List<SelectedField> _fields;
        private readonly bool _sameShapeOnly;
        private readonly int _hash;

        public GroupKey(List<SelectedField> fields, bool sameShapeOnly)
        {
            _fields = fields;
            _sameShapeOnly = sameShapeOnly;
            var hash = new HashCode();
            hash.Add(sameShapeOnly);
            foreach (var field in fields)
                hash.Add(RuntimeHelpers.GetHashCode(field));
            _hash = hash.ToHashCode();
        }

        public bool Equals(GroupKey other)
        {
            if (_hash != other._hash || _sameShapeOnly != other._sameShapeOnly || _fields.Count != other._fields.Count)
                return false;
            for (var i = 0; i < _fields.Count; i++)
            {
                if (!ReferenceEquals(_fields[i], other._fields[i]))
                    return false;
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is GroupKey other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
