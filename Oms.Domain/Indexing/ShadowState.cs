namespace Oms.Domain.Indexing;

/// <summary>What a shadow index is doing (domain.md 2.4). The moves stand in one table, <see cref="ShadowTransitions"/>.</summary>
public enum ShadowState
{
    /// <summary>Its builder makes ready.</summary>
    Preparing,

    /// <summary>It is being built; the index in use stays, and so does everybody's right to write.</summary>
    Building,

    /// <summary>It is built and waits to be switched to.</summary>
    Built,

    /// <summary>It is being switched to, under a short lock.</summary>
    Switching,

    /// <summary>It is the index in use.</summary>
    Active,

    /// <summary>Another is in use; it may be removed.</summary>
    Cleanup,

    /// <summary>Its build failed; it can be tried again.</summary>
    Failed,

    /// <summary>It was given up.</summary>
    Cancelled,
}
