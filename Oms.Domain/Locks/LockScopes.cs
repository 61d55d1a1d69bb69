using System.Collections.Immutable;

namespace Oms.Domain.Locks;

/// <summary>What a lock covers, as a whole.</summary>
internal static class LockScopes
{
    /// <summary>Scopes that one lock may name. With <see cref="MaxOfBranch"/> it bounds what a check on the write path reads.</summary>
    internal const int MaxOfLock = 100;

    /// <summary>Locks that a branch may have at once.</summary>
    internal const int MaxOfBranch = 100;

    /// <summary>The scopes without those that lie inside another; the whole branch when none is named.</summary>
    internal static ImmutableArray<LockScope> Outermost(ImmutableArray<LockScope> scopes)
    {
        if (scopes.IsEmpty || scopes.Any(s => s.IsBranch))
            return [LockScope.Branch];
        var distinct = scopes.Distinct().ToArray();
        return [.. distinct.Where(s => !distinct.Any(o => o != s && o.Contains(s)))];
    }
}
