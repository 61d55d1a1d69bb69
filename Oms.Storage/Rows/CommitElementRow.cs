namespace Oms.Storage.Rows;

/// <summary>An element that a commit changed.</summary>
internal sealed class CommitElementRow
{
    public string Element { get; set; } = "";

    public long Commit { get; set; }
}
