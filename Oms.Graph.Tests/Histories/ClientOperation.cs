namespace Oms.Graph.Tests.Histories;

/// <summary>One operation of a client, with when it was sent and answered.</summary>
internal sealed record ClientOperation
{
    public required OperationKind Kind { get; init; }

    public required long Sent { get; init; }

    /// <summary>When it was answered; never for one whose outcome nobody knows.</summary>
    public long Answered { get; init; } = long.MaxValue;

    /// <summary>The head that was read, or the commit that was made.</summary>
    public string? Commit { get; init; }

    /// <summary>For one that was refused with HEAD_MOVED: the head that it expected.</summary>
    public string? Expected { get; init; }

    /// <summary>The server that was asked. Reads are from its memory, which hears of other servers a moment later.</summary>
    public int Server { get; init; }

    public bool IsKnown => Answered != long.MaxValue;
}
