using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Merging;

namespace Oms.Domain.Proposals;

/// <summary>The place of a proposal in the merge queue of its target: first come, first merged.</summary>
public sealed record QueueEntry
{
    /// <summary>Who sent it there, and merges it.</summary>
    public string By { get; init; } = string.Empty;

    /// <summary>The roles that they had.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>Since when.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What history is to look like.</summary>
    public MergeStrategy Strategy { get; init; }

    /// <summary>The message of the commit; null for title and description.</summary>
    public string? Message { get; init; }
}
