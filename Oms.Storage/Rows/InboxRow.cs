namespace Oms.Storage.Rows;

/// <summary>An incoming event that was taken.</summary>
internal sealed class InboxRow
{
    public string Id { get; set; } = "";
}
