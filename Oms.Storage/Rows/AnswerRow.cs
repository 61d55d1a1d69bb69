namespace Oms.Storage.Rows;

/// <summary>An answer kept under a client's key.</summary>
internal sealed class AnswerRow
{
    public string Key { get; set; } = "";

    public string RequestHash { get; set; } = "";

    public string Answer { get; set; } = "";

    /// <summary>Ticks since year 1, UTC.</summary>
    public long Time { get; set; }
}
