namespace Oms.Storage.Rows;

/// <summary>An event as it is told.</summary>
internal sealed class EventRow
{
    public long Sequence { get; set; }

    public string Id { get; set; } = "";

    public byte[] Content { get; set; } = [];
}
