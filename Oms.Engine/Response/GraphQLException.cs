using System.Collections.Immutable;

namespace Oms.Engine.Response;

/// <summary>Thrown by a resolver to fail its field with errors the client shall see as they are.</summary>
public sealed class GraphQLException : Exception
{
    /// <summary>Fails the field with one message.</summary>
    /// <param name="message">The message.</param>
    public GraphQLException(string message)
        : this(new GraphQLError(message))
    {
    }

    /// <summary>Fails the field with errors.</summary>
    /// <param name="errors">At least one; location and path are filled in where they are missing.</param>
    public GraphQLException(params ReadOnlySpan<GraphQLError> errors)
        : base(errors.Length > 0 ? errors[0].Message : "")
    {
        if (errors.Length == 0)
            throw new ArgumentException("A GraphQLException carries at least one error.", nameof(errors));
        Errors = [.. errors];
    }

    /// <summary>The errors.</summary>
    public ImmutableArray<GraphQLError> Errors { get; }
}
