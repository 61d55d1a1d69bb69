using System.Collections.Immutable;
using Oms.Engine.Language;

namespace Oms.Engine.Response;

/// <summary>One entry of a response's <c>errors</c> (spec 7.1.2). Never changes; <c>with</c> makes changed copies.</summary>
public sealed record GraphQLError
{
    /// <summary>An error.</summary>
    /// <param name="message">What went wrong, for the developer of the client.</param>
    public GraphQLError(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Message = message;
    }

    /// <summary>What went wrong, for the developer of the client.</summary>
    public string Message { get; init; }

    /// <summary>Places in the document; empty when it belongs to none.</summary>
    public ImmutableArray<SourcePosition> Locations { get; init; } = [];

    /// <summary>Response names (string) and list indices (int) from the root to the field that failed; default for a request error.</summary>
    public ImmutableArray<object> Path { get; init; }

    /// <summary>A stable code, written as <c>extensions.code</c>; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>Further entries of <c>extensions</c>: strings, numbers, booleans, null, lists and dictionaries of these.</summary>
    public ImmutableSortedDictionary<string, object?> Extensions { get; init; } = ImmutableSortedDictionary<string, object?>.Empty;

    /// <summary>What a resolver threw; not written unless <c>IncludeExceptionDetails</c> is on.</summary>
    public Exception? Exception { get; init; }
}
