namespace Oms.Storage.Rows;

/// <summary>A branch: its name and version for compare-and-swap, and the whole record.</summary>
internal sealed class BranchRow
{
    public string Name { get; set; } = "";

    public long Version { get; set; }

    public string Head { get; set; } = "";

    public byte[] Content { get; set; } = [];
}
