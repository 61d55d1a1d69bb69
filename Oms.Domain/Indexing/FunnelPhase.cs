namespace Oms.Domain.Indexing;

/// <summary>What an event of the indexing pipeline reports; the last part of its type, <c>funnel.indexing.{phase}</c> (domain.md 5.2, 5.7).</summary>
public enum FunnelPhase
{
    /// <summary>An indexing begins.</summary>
    Started,

    /// <summary>An indexing is further on.</summary>
    Progress,

    /// <summary>An indexing succeeded, whole or in part.</summary>
    Completed,

    /// <summary>An indexing failed.</summary>
    Failed,
}
