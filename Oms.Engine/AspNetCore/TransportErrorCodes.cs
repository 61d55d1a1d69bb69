namespace Oms.Engine.AspNetCore;

/// <summary>The values of <c>extensions.code</c> of requests that a transport refuses.</summary>
public static class TransportErrorCodes
{
    /// <summary>The request is not a GraphQL request: malformed JSON, an entry missing or of the wrong kind, a method not served.</summary>
    public const string RequestInvalid = "HC0009";

    /// <summary>The body is larger than allowed.</summary>
    public const string MaxRequestSize = "HC0010";

    /// <summary>None of the media types in <c>Accept</c> can be produced.</summary>
    public const string NotAcceptable = "HC0063";

    /// <summary>The header <c>GraphQL-Preflight</c> is missing.</summary>
    public const string PreflightRequired = "HC0077";

    /// <summary>As many requests execute and wait as may; the response says in <c>Retry-After</c> when to try again.</summary>
    public const string Overloaded = "SERVER_OVERLOADED";

    /// <summary>The request is a batch of a kind that the endpoint does not run.</summary>
    public const string BatchingNotAllowed = "BATCHING_NOT_ALLOWED";

    /// <summary>The batch asks for more executions than it may.</summary>
    public const string BatchTooLarge = "BATCH_TOO_LARGE";

    /// <summary>The socket already runs as many operations as it may.</summary>
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";
}
