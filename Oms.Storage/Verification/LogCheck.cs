using System.Globalization;
using System.Text.Json;
using Oms.Domain.Audit;
using Oms.Domain.Events;
using Oms.Domain.Storage;
using Oms.Storage.Rows;

namespace Oms.Storage.Verification;

/// <summary>Checks the chain of the audit log, the numbers of events, and the row that numbers both.</summary>
internal sealed class LogCheck(StoredContent content, DamageList found)
{
    private const int PageSize = 1_000;

    /// <summary>How many audit entries there are.</summary>
    internal long AuditEntries { get; private set; }

    /// <summary>How many events there are.</summary>
    internal long Events { get; private set; }

    internal void Run(long commits)
    {
        AuditEntries = content.Select("SELECT count(*) FROM audit", r => r.GetInt64(0)).Single();
        var verdict = AuditChain.Verify(Entries());
        if (verdict.Break is { } broken)
            found.Add(DamageKind.Audit, Number(broken.Sequence), $"{broken.Kind}: {broken.Expected} is expected, {broken.Actual} stands there");
        CheckEvents();
        foreach (var (events, audit, hash, numbered) in content.Select(
            "SELECT events, audit, audit_hash, commits FROM log_head WHERE id = 1", r => (r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetInt64(3))))
        {
            Compare("events", events, Events);
            Compare("audit entries", audit, AuditEntries);
            Compare("commits", numbered, commits);
            if (verdict.IsWhole && hash != verdict.Last.Hash)
                found.Add(DamageKind.LogHead, "audit", $"the chain ends with {verdict.Last.Hash}, and the head says {hash}: its end was cut, or put on");
        }
    }

    private IEnumerable<AuditEntry> Entries()
    {
        for (long after = 0; ;)
        {
            var page = content.Select(
                $"SELECT sequence, id, time, actor, action, target_type, target_id, branch, success, hash, content FROM audit WHERE sequence > @p0 ORDER BY sequence LIMIT {PageSize}",
                r => new AuditRow
                {
                    Sequence = r.GetInt64(0), Id = r.GetString(1), Time = r.GetInt64(2), Actor = r.GetString(3), Action = r.GetString(4), TargetType = r.GetString(5),
                    TargetId = r.GetString(6), Branch = r.IsDBNull(7) ? null : r.GetString(7), Success = r.GetBoolean(8), Hash = r.GetString(9), Content = (byte[])r.GetValue(10),
                },
                after);
            foreach (var row in page)
                if (Entry(row) is { } entry)
                    yield return entry;
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Sequence;
        }
    }

    private AuditEntry? Entry(AuditRow row)
    {
        if (content.Unpack(row.Content, DamageKind.Audit, Number(row.Sequence)) is not { } bytes)
            return null;
        try
        {
            return AuditQuery.ToEntry(row, bytes);
        }
        catch (JsonException e)
        {
            found.Add(DamageKind.Audit, Number(row.Sequence), $"its record can not be read: {e.Message}");
            return null;
        }
    }

    private void CheckEvents()
    {
        for (long after = 0; ;)
        {
            var page = content.Select(
                $"SELECT sequence, id, content FROM events WHERE sequence > @p0 ORDER BY sequence LIMIT {PageSize}", r => (r.GetInt64(0), r.GetString(1), (byte[])r.GetValue(2)), after);
            foreach (var (sequence, id, bytes) in page)
            {
                if (sequence != ++Events)
                    found.Add(DamageKind.Events, Number(sequence), $"it comes after {Events - 1}");
                if (content.Read<EventRecord>(bytes, DamageKind.Events, Number(sequence)) is { } record && (record.Sequence != sequence || record.Id != id))
                    found.Add(DamageKind.Events, Number(sequence), $"its record is of {record.Id}, number {record.Sequence}; its row is of {id}");
            }

            if (page.Count < PageSize)
                return;
            after = page[^1].Item1;
        }
    }

    private void Compare(string what, long said, long there)
    {
        if (said != there)
            found.Add(DamageKind.LogHead, what, $"{there} are there, and the head says {said}");
    }

    private static string Number(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}
