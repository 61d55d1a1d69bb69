using System.Collections.Immutable;
using Oms.Domain.Ontology.Editing;

namespace Oms.Graph.Editing;

/// <summary>A commit as a client asks for it.</summary>
internal sealed record CommitRequest
{
    /// <summary>Operations that one request may bring.</summary>
    internal const int MaxOperations = 1_000;

    /// <summary>The greatest length of a client's idempotency key.</summary>
    internal const int MaxKey = 255;

    /// <summary>The branch's name as given.</summary>
    public required string Branch { get; init; }

    /// <summary>The head as given; null for whatever head there is.</summary>
    public string? ExpectedHead { get; init; }

    /// <summary>The fencing token; null where none was shown.</summary>
    public long? FencingToken { get; init; }

    /// <summary>Why.</summary>
    public required string Message { get; init; }

    /// <summary>The issues.</summary>
    public ImmutableArray<string> Issues { get; init; } = [];

    /// <summary>The client's key; null where it sent none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The hash of the request without its key; empty where it has no key.</summary>
    public string RequestHash { get; init; } = string.Empty;

    /// <summary>True to keep the commit until a lock in its way ends.</summary>
    public bool IsQueuedWhenFrozen { get; init; }

    /// <summary>What to do.</summary>
    public ImmutableArray<Operation> Operations { get; init; } = [];
}
