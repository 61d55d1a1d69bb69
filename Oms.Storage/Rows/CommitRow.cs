namespace Oms.Storage.Rows;

/// <summary>A commit, to be found and read at once: its own bytes and the changes it made.</summary>
internal sealed class CommitRow
{
    /// <summary>In the order of storing, over all branches.</summary>
    public long Sequence { get; set; }

    public string Id { get; set; } = "";

    public int Generation { get; set; }

    public byte[] Content { get; set; } = [];

    public byte[] Changes { get; set; } = [];
}
