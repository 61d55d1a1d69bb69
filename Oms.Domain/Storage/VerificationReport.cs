using System.Collections.Immutable;

namespace Oms.Domain.Storage;

/// <summary>What a check of a whole store looked at and found.</summary>
public sealed record VerificationReport
{
    /// <summary>What is broken; empty for a store that is whole.</summary>
    public ImmutableArray<Damage> Damages { get; init; } = [];

    /// <summary>Objects whose bytes were held against their names.</summary>
    public int Objects { get; init; }

    /// <summary>Objects that no commit leads to: no damage, compaction collects them.</summary>
    public int Unreachable { get; init; }

    /// <summary>Commits whose ids, parents, trees and changes were checked.</summary>
    public int Commits { get; init; }

    /// <summary>Branches.</summary>
    public int Branches { get; init; }

    /// <summary>Documents.</summary>
    public int Documents { get; init; }

    /// <summary>Audit entries of the chain.</summary>
    public long AuditEntries { get; init; }

    /// <summary>Events.</summary>
    public long Events { get; init; }

    /// <summary>True when nothing is broken.</summary>
    public bool IsWhole => Damages.IsEmpty;
}
