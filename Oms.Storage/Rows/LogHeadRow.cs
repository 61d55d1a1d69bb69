namespace Oms.Storage.Rows;

/// <summary>The one row that every writer locks: the last numbers given, and the end of the audit chain.</summary>
internal sealed class LogHeadRow
{
    public int Id { get; set; }

    public long Events { get; set; }

    public long Audit { get; set; }

    public string AuditHash { get; set; } = "";

    public long Commits { get; set; }
}
