namespace Oms.Graph.Connections;

/// <summary>
/// The paging arguments of a connection, checked (Relay cursor connections, section 4; Hot Chocolate's default size and error code).
/// </summary>
internal readonly struct PageArguments
{
    /// <summary>The size of a page when none is asked for.</summary>
    internal const int DefaultSize = 10;

    /// <summary>The greatest page of element connections; the explorer takes whole ontologies.</summary>
    internal const int MaxElements = 1000;

    /// <summary>The greatest page of search hits.</summary>
    internal const int MaxHits = 100;

    /// <summary>The greatest page of logs.</summary>
    internal const int MaxLog = 50;

    private PageArguments(int? first, string? after, int? last, string? before) =>
        (First, After, Last, Before) = (first, after, last, before);

    /// <summary>How many from the start; null exactly when <see cref="Last"/> is set.</summary>
    internal int? First { get; }

    /// <summary>The cursor that the page starts behind.</summary>
    internal string? After { get; }

    /// <summary>How many from the end.</summary>
    internal int? Last { get; }

    /// <summary>The cursor that the page ends before.</summary>
    internal string? Before { get; }

    /// <summary>Checks the arguments of a connection that can be read both ways.</summary>
    internal static PageArguments Read(int? first, string? after, int? last, string? before, int max)
    {
        if (first is not null && last is not null)
            throw QueryError.Of(QueryError.ArgumentsConflict, "Give either `first` or `last`, not both.");
        CheckSize(first, nameof(first), max);
        CheckSize(last, nameof(last), max);
        return new(last is null ? first ?? DefaultSize : null, after, last, before);
    }

    /// <summary>Checks the arguments of a connection that is read forward only.</summary>
    internal static PageArguments Forward(int? first, string? after, int max) => Read(first, after, null, null, max);

    private static void CheckSize(int? size, string argument, int max)
    {
        if (size < 0)
            throw QueryError.Of(QueryError.ArgumentOutOfRange, $"`{argument}` must be at least 0, and is {size}.");
        if (size > max)
            throw QueryError.Of(QueryError.PageTooLarge, $"`{argument}` may be at most {max} here, and is {size}; read on with a cursor.");
    }
}
