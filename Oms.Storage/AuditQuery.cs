using Microsoft.EntityFrameworkCore;
using Oms.Domain.Audit;
using Oms.Domain.History;
using Oms.Storage.Rows;

namespace Oms.Storage;

/// <summary>Audit rows under a filter, and back to entries.</summary>
internal static class AuditQuery
{
    internal static IQueryable<AuditRow> Of(StoreContext context, AuditFilter filter)
    {
        var rows = context.Set<AuditRow>().AsNoTracking();
        if (filter.Since is { } since)
            rows = AtOrAfter(rows, Ceiling(since));
        if (filter.Until is { } until)
            rows = Before(rows, Ceiling(until));
        if (filter.Actor is { } actor)
            rows = rows.Where(r => r.Actor == actor);
        if (filter.Action is { } action)
            rows = WithAction(rows, action);
        if (filter.TargetType is { } type)
            rows = rows.Where(r => r.TargetType == type);
        if (filter.TargetId is { } target)
            rows = rows.Where(r => r.TargetId == target);
        if (filter.Branch is { } branch)
            rows = rows.Where(r => r.Branch == branch);
        if (filter.Success is { } success)
            rows = rows.Where(r => r.Success == success);
        if (filter.Issue is { } issue)
            rows = rows.Where(r => context.Set<AuditIssueRow>().Any(i => i.Issue == issue && i.Sequence == r.Sequence));
        return rows;
    }

    /// <summary>
    /// The entry of a row. What stands in a column counts, not the copy in the JSON, so that a changed column breaks the chain too.
    /// </summary>
    internal static AuditEntry ToEntry(AuditRow row, byte[] unpacked)
    {
        var content = CanonicalJson.Read<AuditEntry>(unpacked);
        return content with
        {
            Sequence = row.Sequence,
            Id = row.Id,
            Time = content.Time.ToUnixTimeMilliseconds() == row.Time ? content.Time : DateTimeOffset.FromUnixTimeMilliseconds(row.Time),
            Actor = content.Actor with { Subject = row.Actor },
            Action = row.Action,
            TargetType = row.TargetType,
            TargetId = row.TargetId,
            Branch = row.Branch,
            Success = row.Success,
            Hash = row.Hash,
        };
    }

    private static IQueryable<AuditRow> AtOrAfter(IQueryable<AuditRow> rows, long time) => rows.Where(r => r.Time >= time);

    private static IQueryable<AuditRow> Before(IQueryable<AuditRow> rows, long time) => rows.Where(r => r.Time < time);

    private static IQueryable<AuditRow> WithAction(IQueryable<AuditRow> rows, string action)
    {
        if (!action.EndsWith(".*", StringComparison.Ordinal))
            return rows.Where(r => r.Action == action);
        var group = action[..^1];
        return rows.Where(r => r.Action.StartsWith(group));
    }

    // Entries carry whole milliseconds: at or after 3.4 ms means at or after 4 ms.
    private static long Ceiling(DateTimeOffset time)
    {
        var whole = time.ToUnixTimeMilliseconds();
        return time > DateTimeOffset.FromUnixTimeMilliseconds(whole) ? whole + 1 : whole;
    }
}
