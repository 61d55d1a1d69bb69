namespace Oms.Graph.Tests.Histories;

internal enum OperationKind
{
    /// <summary>The head was read.</summary>
    Read,

    /// <summary>A commit was made, or perhaps made.</summary>
    Commit,

    /// <summary>A commit was refused, for the head was another than expected.</summary>
    HeadMoved,
}
