using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Oms.Domain.Access;

/// <summary>
/// The one table of who may do what (domain.md 6.1: the brief's matrix as intent, with rights of their own for delete, merge, revert and
/// force-unlock). What stands here not is denied. <c>docs/access.md</c> is printed from it.
/// </summary>
public static class PermissionTable
{
    private static readonly ImmutableArray<Right> Readers = [Right.SchemaRead, Right.BranchRead, Right.IssueRead, Right.ProposalRead];

    private static readonly FrozenDictionary<Role, FrozenSet<Right>> Table = new Dictionary<Role, FrozenSet<Right>>
    {
        [Role.Admin] = Enum.GetValues<Right>().ToFrozenSet(),
        [Role.Developer] = With(
            Right.SchemaWrite, Right.SchemaDelete, Right.Import, Right.BranchCreate, Right.BranchArchive, Right.LockAcquire, Right.LockRelease,
            Right.ProposalComment, Right.ProposalWrite, Right.ProposalMerge),
        [Role.Reviewer] = With(Right.ProposalComment, Right.ProposalReview),
        [Role.Viewer] = With(),
        [Role.ServiceAccount] = With(Right.LockAcquire, Right.LockRelease, Right.IndexingReport),
        [Role.Auditor] = With(Right.AuditRead, Right.OutboxRead),
    }.ToFrozenDictionary();

    /// <summary>True when this role has this right.</summary>
    public static bool Allows(Role role, Right right) => Table.TryGetValue(role, out var rights) && rights.Contains(right);

    /// <summary>True when one of the actor's roles has this right.</summary>
    public static bool Allows(Actor actor, Right right)
    {
        foreach (var role in actor.Roles)
            if (Allows(role, right))
                return true;
        return false;
    }

    /// <summary>The rights of several roles together, in the order of <see cref="Right"/>.</summary>
    public static ImmutableArray<Right> RightsOf(IEnumerable<Role> roles) =>
        [.. roles.Where(Table.ContainsKey).SelectMany(r => Table[r]).Distinct().Order()];

    private static FrozenSet<Right> With(params ReadOnlySpan<Right> rights) => Readers.AddRange(rights).ToFrozenSet();
}
