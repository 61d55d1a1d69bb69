namespace Oms.Storage.Rows;

/// <summary>A fact about the store itself.</summary>
internal sealed class MetaRow
{
    public string Key { get; set; } = "";

    public string Value { get; set; } = "";
}
