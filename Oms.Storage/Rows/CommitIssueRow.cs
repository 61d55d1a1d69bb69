namespace Oms.Storage.Rows;

/// <summary>An issue that a commit names.</summary>
internal sealed class CommitIssueRow
{
    public string Issue { get; set; } = "";

    public long Commit { get; set; }
}
