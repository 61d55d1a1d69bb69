using Oms.Engine.Language;

namespace Oms.Engine.Response;

/// <summary>Builds a <see cref="GraphQLError"/> step by step.</summary>
public sealed class ErrorBuilder
{
    private GraphQLError _error = new("");

    private ErrorBuilder()
    {
    }

    /// <summary>An empty builder.</summary>
    /// <returns>The builder.</returns>
    public static ErrorBuilder New() => new();

    /// <summary>A builder that starts from an error.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The builder.</returns>
    public static ErrorBuilder FromError(GraphQLError error) => new() { _error = error };

    /// <summary>Sets the message.</summary>
    /// <param name="message">The message.</param>
    /// <returns>This builder.</returns>
    public ErrorBuilder SetMessage(string message) => With(_error with { Message = message });

    /// <summary>Sets <c>extensions.code</c>.</summary>
    /// <param name="code">The code; null for none.</param>
    /// <returns>This builder.</returns>
    public ErrorBuilder SetCode(string? code) => With(_error with { Code = code });

    /// <summary>Sets the response path.</summary>
    /// <param name="path">Response names and list indices.</param>
    /// <returns>This builder.</returns>
    public ErrorBuilder SetPath(IEnumerable<object> path) => With(_error with { Path = [.. path] });

    /// <summary>Adds a place in the document.</summary>
    /// <param name="location">A node's location; left out when it points nowhere.</param>
    /// <returns>This builder.</returns>
    public ErrorBuilder AddLocation(Location location) =>
        location.IsNone ? this : With(_error with { Locations = _error.Locations.Add(location.GetPosition()) });

    /// <summary>Sets an entry of <c>extensions</c>.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">A string, number, boolean, null, or a list or dictionary of these.</param>
    /// <returns>This builder.</returns>
    public ErrorBuilder SetExtension(string key, object? value) => With(_error with { Extensions = _error.Extensions.SetItem(key, value) });

    /// <summary>Sets the exception behind it.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>This builder.</returns>
    public ErrorBuilder SetException(Exception? exception) => With(_error with { Exception = exception });

    /// <summary>The error.</summary>
    /// <returns>The error.</returns>
    public GraphQLError Build() => _error;

    private ErrorBuilder With(GraphQLError error)
    {
        _error = error;
        return this;
    }
}
