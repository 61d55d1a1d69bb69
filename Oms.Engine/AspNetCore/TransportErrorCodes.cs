using Oms.Engine.Response;

namespace Oms.Engine.AspNetCore;

/// <summary>The values of <c>extensions.code</c> of requests that a transport refuses.</summary>
public static class TransportErrorCodes
{
    /// <summary>The request is not a GraphQL request: malformed JSON, an entry missing or of the wrong kind, a method not served.</summary>
    public const string RequestInvalid = ErrorCodes.RequestInvalid;

    /// <summary>The body is larger than allowed.</summary>
    public const string MaxRequestSize = "HC0010";

    /// <summary>The body is no well-formed <c>multipart/form-data</c>, or has more or longer parts than allowed.</summary>
    public const string MultiPartInvalidForm = "HC0033";

    /// <summary>A multipart request has no <c>operations</c>.</summary>
    public const string MultiPartNoOperationsSpecified = "HC0034";

    /// <summary>The fields of a multipart request are not in the order <c>operations</c>, <c>map</c>, files.</summary>
    public const string MultiPartFieldsMisordered = "HC0035";

    /// <summary>A file of a multipart request has no place in <c>map</c>.</summary>
    public const string MultiPartNoObjectPath = "HC0037";

    /// <summary>A file that <c>map</c> names was not sent.</summary>
    public const string MultiPartFileMissing = "HC0038";

    /// <summary>A path of <c>map</c> leads to no variable.</summary>
    public const string MultiPartVariableNotFound = "HC0039";

    /// <summary>The value that a path of <c>map</c> leads to is not null.</summary>
    public const string MultiPartVariableStructureInvalid = "HC0040";

    /// <summary>A path of <c>map</c> is none, or is given twice.</summary>
    public const string MultiPartInvalidPath = "HC0041";

    /// <summary>A path of <c>map</c> leads out of the variables.</summary>
    public const string MultiPartPathMustStartWithVariable = "HC0042";

    /// <summary><c>map</c> is no JSON object with lists of paths.</summary>
    public const string MultiPartInvalidMapJson = "HC0043";

    /// <summary>A multipart request has no <c>map</c>.</summary>
    public const string MultiPartMapNotSpecified = "HC0044";

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
