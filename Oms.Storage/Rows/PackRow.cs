namespace Oms.Storage.Rows;

/// <summary>Contents of other rows, compressed together.</summary>
internal sealed class PackRow
{
    public long Id { get; set; }

    public byte[] Content { get; set; } = [];
}
