using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Ontology;

namespace Oms.Domain.Audit;

/// <summary>
/// One accepted or refused mutation (domain.md 6.9). The store gives <see cref="Sequence"/>, <see cref="PreviousHash"/> and
/// <see cref="Hash"/> inside the transaction; the hash covers every other field and the hash before.
/// </summary>
public sealed record AuditEntry
{
    /// <summary>The identity, <c>audit-oms:{type}:{target}:{verb}:{time}:{unique}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>1 for the first, without gaps; 0 before the store has taken it.</summary>
    public long Sequence { get; init; }

    /// <summary>When it happened, UTC, whole milliseconds.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>What was done, <c>{resource type}.{verb}</c>, for example <c>branch.create</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The kind of target: <c>object_type</c>, <c>branch</c>, <c>lock</c>, <c>commit</c> …</summary>
    public required string TargetType { get; init; }

    /// <summary>The target's id.</summary>
    public required string TargetId { get; init; }

    /// <summary>The target's name at that time; null where it has none.</summary>
    public string? TargetName { get; init; }

    /// <summary>The branch; null where none was concerned.</summary>
    public string? Branch { get; init; }

    /// <summary>True when it took effect, false when it was refused.</summary>
    public required bool Success { get; init; }

    /// <summary>The code of the refusal; null for a success.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The words of the refusal; null for a success.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The value before, in part or whole; null where there was none.</summary>
    public JsonLiteral? Before { get; init; }

    /// <summary>The value after, in part or whole; null where there is none.</summary>
    public JsonLiteral? After { get; init; }

    /// <summary>The commit that it made; null where it made none.</summary>
    public string? Commit { get; init; }

    /// <summary>The issues that were named.</summary>
    public ImmutableArray<string> Issues { get; init; } = [];

    /// <summary>The reason or message that the actor gave.</summary>
    public string? Reason { get; init; }

    /// <summary>What ties it to a request, its events and its log lines.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public string PreviousHash { get; init; } = string.Empty;

    /// <summary>The hash of this entry and the one before.</summary>
    public string Hash { get; init; } = string.Empty;
}
