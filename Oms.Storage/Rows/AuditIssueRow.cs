namespace Oms.Storage.Rows;

/// <summary>An issue that an audit entry names.</summary>
internal sealed class AuditIssueRow
{
    public string Issue { get; set; } = "";

    public long Sequence { get; set; }
}
