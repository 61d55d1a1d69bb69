using System.Collections.Immutable;
using Oms.Domain.Audit;
using Oms.Domain.Events;
using Oms.Domain.History;

namespace Oms.Domain.Storage;

/// <summary>
/// Everything one command does, to be taken by the store whole or not at all. The only thing that is ever written.
/// </summary>
public sealed record Change
{
    /// <summary>New objects; one that is already there is left as it is.</summary>
    public ImmutableArray<StoredObject> Objects { get; init; } = [];

    /// <summary>The commits that <see cref="Objects"/> holds, indexed, each after its parents; empty when the change makes none.</summary>
    public ImmutableArray<CommitRecord> Commits { get; init; } = [];

    /// <summary>Branches to make or to change, each by compare-and-swap.</summary>
    public ImmutableArray<BranchWrite> Branches { get; init; } = [];

    /// <summary>Documents to make or to change, each by compare-and-swap.</summary>
    public ImmutableArray<DocumentWrite> Documents { get; init; } = [];

    /// <summary>What the audit log gains, in order; the store numbers and chains it.</summary>
    public ImmutableArray<AuditEntry> Audit { get; init; } = [];

    /// <summary>What is told to others, in order; the store numbers it.</summary>
    public ImmutableArray<EventRecord> Events { get; init; } = [];

    /// <summary>The id of the incoming event that caused this; the store takes each once. Null when no event did.</summary>
    public string? InboxId { get; init; }

    /// <summary>The answer to give again when the client repeats itself; null when the client sent no key.</summary>
    public IdempotentAnswer? Answer { get; init; }
}
