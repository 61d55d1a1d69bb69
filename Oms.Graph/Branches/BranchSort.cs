using Oms.Domain.Branches;
using Oms.Graph.Filters;

namespace Oms.Graph.Branches;

/// <summary>GraphQL input <c>BranchSortInput</c>: of several fields the one that stands first here decides first.</summary>
internal sealed record BranchSort
{
    public SortDirection? Name { get; init; }

    public SortDirection? State { get; init; }

    public SortDirection? CreatedAt { get; init; }

    public SortDirection? StateChangedAt { get; init; }

    private IEnumerable<(Comparison<Branch> Compare, SortDirection Direction)> Keys
    {
        get
        {
            if (Name is { } name)
                yield return ((a, b) => a.Name.CompareTo(b.Name), name);
            if (State is { } state)
                yield return ((a, b) => a.State.CompareTo(b.State), state);
            if (CreatedAt is { } createdAt)
                yield return ((a, b) => a.CreatedAt.CompareTo(b.CreatedAt), createdAt);
            if (StateChangedAt is { } changedAt)
                yield return ((a, b) => new BranchNode(a).StateChangedAt.CompareTo(new BranchNode(b).StateChangedAt), changedAt);
        }
    }

    /// <summary>The branches, which come by name, in the order asked for.</summary>
    internal static Branch[] Apply(IEnumerable<Branch> branches, IReadOnlyList<BranchSort>? order)
    {
        var sorted = branches.ToArray();
        var keys = (order ?? []).SelectMany(s => s.Keys).ToArray();
        if (keys.Length > 0)
            Array.Sort(sorted, (a, b) => Compare(keys, a, b));
        return sorted;
    }

    private static int Compare((Comparison<Branch> Compare, SortDirection Direction)[] keys, Branch a, Branch b)
    {
        foreach (var (compare, direction) in keys)
            if (compare(a, b) is not 0 and var result)
                return direction == SortDirection.Asc ? result : -result;
        return a.Name.CompareTo(b.Name);
    }
}
