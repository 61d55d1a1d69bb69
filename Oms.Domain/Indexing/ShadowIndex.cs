using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Indexing;

/// <summary>
/// An index that is built beside the one in use and then put in its place (domain.md 2.4). The registry keeps what is known of it and who may
/// switch; the index itself is the builder's.
/// </summary>
public sealed record ShadowIndex
{
    /// <summary>Builds under way on a branch at most.</summary>
    public const int MaxBuilds = 3;

    /// <summary>How often a failed build is tried again at most.</summary>
    public const int MaxRetries = 3;

    /// <summary>The smallest size of an index, in bytes.</summary>
    public const long MinSizeBytes = 1024;

    /// <summary>How long the lock of a switch lasts; then it is rolled back.</summary>
    public static readonly TimeSpan SwitchTime = TimeSpan.FromSeconds(10);

    /// <summary>How long a build may be silent before it counts as given up.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromHours(6);

    /// <summary>How long one that is over is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>The identity.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required ShadowIndexType Type { get; init; }

    /// <summary>What it covers; none for every kind.</summary>
    public ImmutableArray<ElementKind> Kinds { get; init; } = [];

    /// <summary>What it is doing.</summary>
    public ShadowState State { get; init; }

    /// <summary>How it is switched to.</summary>
    public SwitchStrategy Strategy { get; init; }

    /// <summary>Who builds it.</summary>
    public required string Builder { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was heard of last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When it came into use; null before.</summary>
    public DateTimeOffset? SwitchedAt { get; init; }

    /// <summary>The head of the branch when the build was begun.</summary>
    public required ObjectHash ReadAt { get; init; }

    /// <summary>The newest head up to which nothing that it covers has changed since.</summary>
    public required ObjectHash CurrentAt { get; init; }

    /// <summary>How far the build is, 0 to 100.</summary>
    public int Percent { get; init; }

    /// <summary>Records that it holds; null where the builder did not say.</summary>
    public long? Records { get; init; }

    /// <summary>Its size in bytes; null where the builder did not say.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Whether the builder checked it and found it whole; null where it did not say.</summary>
    public bool? IsIntact { get; init; }

    /// <summary>The checks that a switch was forced past.</summary>
    public ImmutableArray<ShadowCheck> Forced { get; init; } = [];

    /// <summary>Where the builder keeps it; null where it did not say.</summary>
    public string? Location { get; init; }

    /// <summary>What went wrong last; null where nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>How often it was tried again.</summary>
    public int Retries { get; init; }

    /// <summary>The lock of the switch under way; null when none is.</summary>
    public string? LockId { get; init; }

    /// <summary>True while it is built or waits to be switched to.</summary>
    [JsonIgnore]
    public bool IsUnderWay => State is ShadowState.Preparing or ShadowState.Building or ShadowState.Built or ShadowState.Switching;

    /// <summary>True when nothing more becomes of it.</summary>
    [JsonIgnore]
    public bool IsOver => State is ShadowState.Cleanup or ShadowState.Cancelled or ShadowState.Failed;

    /// <summary>True when it covers a kind.</summary>
    internal bool Covers(ElementKind kind) => Kinds.IsEmpty || Kinds.Contains(kind);

    /// <summary>What stands against switching to it.</summary>
    /// <param name="current">The one in use; null when there is none.</param>
    internal ImmutableArray<ShadowCheck> Failing(ShadowIndex? current)
    {
        var failing = ImmutableArray.CreateBuilder<ShadowCheck>();
        if (Records is not > 0)
            failing.Add(ShadowCheck.RecordCountValidation);
        if (SizeBytes is not >= MinSizeBytes || (current?.SizeBytes is { } size && Math.Abs(SizeBytes.Value - size) > size / 2))
            failing.Add(ShadowCheck.SizeComparison);
        if (IsIntact is not true)
            failing.Add(ShadowCheck.IntegrityCheck);
        return failing.ToImmutable();
    }
}
