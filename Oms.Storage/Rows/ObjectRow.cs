namespace Oms.Storage.Rows;

/// <summary>An object's bytes under its hash.</summary>
internal sealed class ObjectRow
{
    public byte[] Hash { get; set; } = [];

    public byte[] Bytes { get; set; } = [];
}
