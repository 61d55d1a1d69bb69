using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.AspNetCore;

/// <summary>Why a request never reached the executor.</summary>
internal sealed record TransportRefusal(int StatusCode, string Code, string Message)
{
    /// <summary>Which methods to name in <c>Allow</c>; only with 405.</summary>
    public string? Allow { get; init; }

    /// <summary>Where the JSON ends to be JSON: its line and the byte in it, both from 1.</summary>
    public (long Line, long Position)? Place { get; init; }

    public static TransportRefusal Invalid(string message) => new(400, TransportErrorCodes.RequestInvalid, message);

    public static TransportRefusal TooLarge(long limit) =>
        new(413, TransportErrorCodes.MaxRequestSize, $"The request is larger than {limit} bytes.");

    public static TransportRefusal TooManyBodies(long limit) =>
        new(503, TransportErrorCodes.Overloaded, $"The server holds {limit} bytes of requests already. Try again in a moment.");

    public GraphQLError ToError()
    {
        var error = ErrorBuilder.New().SetMessage(Message).SetCode(Code);
        if (Place is { } place)
            error.SetExtension("line", place.Line).SetExtension("position", place.Position);
        return error.Build();
    }

    public OperationResult ToResult() => OperationResult.FromErrors(ToError());
}
