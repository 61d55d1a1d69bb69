namespace Oms.Domain.Proposals;

/// <summary>What became of what a thread is about.</summary>
public enum AnchorState
{
    /// <summary>It is as it was when the thread was begun.</summary>
    Current,

    /// <summary>It has changed since.</summary>
    Changed,

    /// <summary>The source has it no more.</summary>
    Gone,
}
