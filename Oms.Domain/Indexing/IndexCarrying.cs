using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Locks;

namespace Oms.Domain.Indexing;

/// <summary>
/// Moves a branch to a new head and keeps what is known of its indexes true: an index of a kind that did not change is still current. A
/// write that does not come through here leaves every index stale, which is the safe side.
/// </summary>
internal static class IndexCarrying
{
    /// <summary>The branch with this head, after these changes.</summary>
    internal static Branch WithHead(this Branch branch, ObjectHash head, ImmutableArray<ElementChange> changes)
    {
        var moved = branch with { Head = head };
        if (branch.Indexes.IsEmpty && branch.Locks.IsEmpty && branch.Shadows.IsEmpty)
            return moved;
        var changed = changes.Select(c => c.Element.Kind).ToHashSet();
        return moved with
        {
            Indexes = [.. branch.Indexes.Select(i => i.CurrentAt == branch.Head && !changed.Contains(i.Kind) ? i with { CurrentAt = head } : i)],
            Shadows = [.. branch.Shadows.Select(s => s.CurrentAt == branch.Head && !changed.Any(k => k is not { } kind || s.Covers(kind)) ? s with { CurrentAt = head } : s)],
            Locks = [.. branch.Locks.Select(l => l.Head == branch.Head && !changes.Any(c => c.Element.Kind is { } && l.Covers(LockScope.Of(c.Element))) ? l with { Head = head } : l)],
        };
    }
}
