namespace Oms.Storage;

/// <summary>Lets a test step in before each statement of the write door, so that the n-th one fails for every n.</summary>
internal sealed class StatementProbe
{
    internal Action? BeforeRun { get; set; }
}
