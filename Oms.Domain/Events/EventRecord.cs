using Oms.Domain.Ontology;

namespace Oms.Domain.Events;

/// <summary>
/// Something that happened, told to subscribers and other services. The fields are CloudEvents 1.0 attributes; the store numbers
/// events inside the transaction, in commit order, so that a reader of "after the last one I saw" misses none.
/// </summary>
public sealed record EventRecord
{
    /// <summary>1 for the first, rising in commit order; 0 before the store has taken it.</summary>
    public long Sequence { get; init; }

    /// <summary>CloudEvents <c>id</c>, unique.</summary>
    public required string Id { get; init; }

    /// <summary>CloudEvents <c>type</c>, one of <see cref="EventTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>CloudEvents <c>subject</c>, <c>{resource type}/{id}</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>CloudEvents <c>time</c>.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The branch; null where none is concerned.</summary>
    public string? Branch { get; init; }

    /// <summary>The commit; null where none was made.</summary>
    public string? Commit { get; init; }

    /// <summary>Who caused it.</summary>
    public required string Author { get; init; }

    /// <summary>What ties it to the request and its audit entries.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>CloudEvents <c>data</c>.</summary>
    public required JsonLiteral Data { get; init; }
}
