using Oms.Domain.Branches;

namespace Oms.Domain.Storage;

/// <summary>When a branch got the head that a change gives it, for reading a branch as it was at a moment.</summary>
public static class HeadMoment
{
    /// <summary>
    /// The time of the change's first event about the branch; else of its last commit, of its first audit entry, of the branch's making.
    /// </summary>
    public static DateTimeOffset Of(Change change, Branch branch)
    {
        foreach (var record in change.Events)
            if (record.Branch == branch.Name.Value)
                return record.Time;
        if (change.Commits is [.., var last])
            return last.Commit.Time;
        return change.Audit.IsEmpty ? branch.CreatedAt : change.Audit[0].Time;
    }
}
