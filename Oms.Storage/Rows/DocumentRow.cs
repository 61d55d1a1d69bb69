namespace Oms.Storage.Rows;

/// <summary>A small versioned record of a feature.</summary>
internal sealed class DocumentRow
{
    public string Kind { get; set; } = "";

    public string Key { get; set; } = "";

    public long Version { get; set; }

    public byte[] Content { get; set; } = [];
}
