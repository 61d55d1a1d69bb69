namespace Oms.Storage.Rows;

/// <summary>A parent of a commit, by the numbers of both.</summary>
internal sealed class CommitParentRow
{
    public long Commit { get; set; }

    public int Position { get; set; }

    public long Parent { get; set; }
}
