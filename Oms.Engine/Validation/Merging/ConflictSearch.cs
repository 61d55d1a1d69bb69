using System.Runtime.CompilerServices;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Validation.Merging;

/// <summary>
/// Finds which fields of a selection set conflict, pair by pair, so that each conflict is reported with its places. Within a set all pairs
/// are compared; between the set and each fragment it spreads, and between each two fragments, those that share a response name. Two fields
/// with subselections are compared by comparing these. It costs the square of its input, so it has a budget; it runs for sets that are
/// known to be invalid, and for these reports a part when the budget is spent.
/// </summary>
internal sealed class ConflictSearch(ValidationContext context, FieldCollector collector, FieldComparison comparison)
{
    private const int Budget = 500_000;

    private readonly FragmentPairs _comparedFragments = new();
    private int _remaining = Budget;

    /// <summary>Whether something was left out because comparing took too long.</summary>
    public bool IsExhausted => _remaining < 0;

    /// <param name="parentType">The type of the selection set.</param>
    /// <param name="selectionSet">The selection set.</param>
    /// <param name="enough">After how many conflicts the search may stop.</param>
    public List<FieldConflict> FindWithin(NamedType? parentType, SelectionSetNode selectionSet, int enough)
    {
        var conflicts = new List<FieldConflict>();
        var fields = collector.Collect(parentType, selectionSet);
        AddWithin(conflicts, fields, enough);
        for (var i = 0; i < fields.FragmentNames.Count && conflicts.Count < enough; i++)
        {
            AddBetween(conflicts, fields, fields.FragmentNames[i], areExclusive: false);
            for (var j = i + 1; j < fields.FragmentNames.Count && conflicts.Count < enough; j++)
                AddBetween(conflicts, fields.FragmentNames[i], fields.FragmentNames[j], areExclusive: false);
        }

        return conflicts;
    }

    private void AddWithin(List<FieldConflict> conflicts, CollectedFields fields, int enough)
    {
        foreach (var (name, group) in fields.ByResponseName)
        {
            for (var i = 0; i < group.Count && conflicts.Count < enough; i++)
            {
                for (var j = i + 1; j < group.Count && conflicts.Count < enough && Spend(2); j++)
                    AddIfConflict(conflicts, name, group[i], group[j], areParentsExclusive: false);
            }
        }
    }

    private void AddBetween(List<FieldConflict> conflicts, CollectedFields a, CollectedFields b, bool areExclusive)
    {
        foreach (var (name, groupA) in a.ByResponseName)
        {
            if (!Spend(1))
                return;
            if (!b.ByResponseName.TryGetValue(name, out var groupB))
                continue;
            foreach (var fieldA in groupA)
            {
                foreach (var fieldB in groupB)
                {
                    if (!Spend(2))
                        return;
                    AddIfConflict(conflicts, name, fieldA, fieldB, areExclusive);
                }
            }
        }
    }

    private void AddBetween(List<FieldConflict> conflicts, CollectedFields fields, string fragmentName, bool areExclusive)
    {
        var pending = new Stack<string>();
        pending.Push(fragmentName);
        while (pending.TryPop(out var name) && Spend(1))
        {
            if (fields.ByResponseName.Count == 0
                || (fields.ComparedFragments.TryGetValue(name, out var wereExclusive) && (areExclusive || !wereExclusive)))
                continue;
            fields.ComparedFragments[name] = areExclusive;
            if (collector.CollectFragment(name) is not { } fragment || ReferenceEquals(fragment, fields))
                continue;
            AddBetween(conflicts, fields, fragment, areExclusive);
            for (var i = fragment.FragmentNames.Count - 1; i >= 0; i--)
                pending.Push(fragment.FragmentNames[i]);
        }
    }

    private void AddBetween(List<FieldConflict> conflicts, string fragmentA, string fragmentB, bool areExclusive)
    {
        var pending = new Stack<(string A, string B)>();
        pending.Push((fragmentA, fragmentB));
        while (pending.TryPop(out var pair) && Spend(2))
        {
            if (pair.A == pair.B || !_comparedFragments.Add(pair.A, pair.B, areExclusive))
                continue;
            if (collector.CollectFragment(pair.A) is not { } a || collector.CollectFragment(pair.B) is not { } b)
                continue;
            AddBetween(conflicts, a, b, areExclusive);
            for (var i = a.FragmentNames.Count - 1; i >= 0; i--)
                pending.Push((a.FragmentNames[i], pair.B));
            for (var i = b.FragmentNames.Count - 1; i >= 0; i--)
                pending.Push((pair.A, b.FragmentNames[i]));
        }
    }

    private void AddIfConflict(List<FieldConflict> conflicts, string name, SelectedField a, SelectedField b, bool areParentsExclusive)
    {
        if (Compare(name, a, b, areParentsExclusive) is { } conflict)
            conflicts.Add(conflict);
    }

    private FieldConflict? Compare(string name, SelectedField a, SelectedField b, bool areParentsExclusive)
    {
        if (a.IsSimpleLeaf && b.IsSimpleLeaf && ReferenceEquals(a.Definition?.Type, b.Definition?.Type) && a.Node.Name.Value == b.Node.Name.Value)
            return null;
        var areExclusive = areParentsExclusive
            || (a.ParentType is ObjectType && b.ParentType is ObjectType && !ReferenceEquals(a.ParentType, b.ParentType));
        if ((!areExclusive && !comparison.IsSameField(a, b)) || FieldComparison.HaveDifferentShapes(a.Definition?.Type, b.Definition?.Type))
            return new FieldConflict(name, a, b, []);
        if (a.IsStreamed || b.IsStreamed)
            return new FieldConflict(name, a, b, []);
        if (a.Node.SelectionSet is null || b.Node.SelectionSet is null)
            return null;
        var below = FindBetween(a, b, areExclusive);
        return below.Count == 0 ? null : new FieldConflict(name, a, b, [.. below.Take(FieldConflict.MaxFieldsPerSide)]);
    }

    private List<FieldConflict> FindBetween(SelectedField a, SelectedField b, bool areExclusive)
    {
        var conflicts = new List<FieldConflict>();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            // Fragments can nest selections deeper than the source text nests them.
            _remaining = -1;
            return conflicts;
        }

        var fieldsA = collector.Collect(a.SubselectionType, a.Node.SelectionSet!);
        var fieldsB = collector.Collect(b.SubselectionType, b.Node.SelectionSet!);
        AddBetween(conflicts, fieldsA, fieldsB, areExclusive);
        foreach (var fragment in fieldsB.FragmentNames)
            AddBetween(conflicts, fieldsA, fragment, areExclusive);
        foreach (var fragment in fieldsA.FragmentNames)
            AddBetween(conflicts, fieldsB, fragment, areExclusive);
        foreach (var fragmentA in fieldsA.FragmentNames)
        {
            foreach (var fragmentB in fieldsB.FragmentNames)
                AddBetween(conflicts, fragmentA, fragmentB, areExclusive);
        }

        return conflicts;
    }

    private bool Spend(int work)
    {
        _remaining -= work;
        return _remaining >= 0 && !context.IsAborted;
    }
}
