using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.AspNetCore;

/// <summary>The status code of a response (GraphQL over HTTP, section 6.4).</summary>
internal static class StatusCodeRules
{
    /// <summary>Chooses the status code.</summary>
    /// <param name="result">The response.</param>
    /// <param name="format">Its media type.</param>
    /// <returns>The code.</returns>
    public static int For(OperationResult result, ResponseFormat format)
    {
        if (result.IsOperationNotAllowed)
            return StatusCodes.Status405MethodNotAllowed;
        if (result.IsRequestError && result.Errors[0].Code == TransportErrorCodes.Overloaded)
            return StatusCodes.Status503ServiceUnavailable;
        if (format == ResponseFormat.Json || result.ErrorCount == 0)
            return StatusCodes.Status200OK;
        if (result.IsRequestError)
            return RequestError(result);
        return AllRootFieldsRefused(result, out var isUnauthenticated)
            ? isUnauthenticated ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden
            : StatusCodes.Status200OK;
    }

    private static int RequestError(OperationResult result) => result.Errors[0].Code switch
    {
        ErrorCodes.NotAuthenticated => StatusCodes.Status401Unauthorized,
        ErrorCodes.NotAuthorized => StatusCodes.Status403Forbidden,
        ErrorCodes.Timeout => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    private static bool AllRootFieldsRefused(OperationResult result, out bool isUnauthenticated)
    {
        isUnauthenticated = false;
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var error in result.Errors)
        {
            if (error.Code is not (ErrorCodes.NotAuthenticated or ErrorCodes.NotAuthorized)
                || error.Path.IsDefault || error.Path is not [string name])
                return false;
            isUnauthenticated |= error.Code == ErrorCodes.NotAuthenticated;
            refused.Add(name);
        }

        return result.IsDataNull || DataHasOnly(result, refused);
    }

    // Only refusals of root fields come here: their number is the cost, as the data of such a response is nothing but nulls.
    private static bool DataHasOnly(OperationResult result, HashSet<string> refused)
    {
        var reader = new Utf8JsonReader(result.Body);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && !reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                reader.TrySkip();
            }
            else if (reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!refused.Contains(reader.GetString()!))
                    return false;
                reader.Read();
                reader.TrySkip();
            }
        }

        return true;
    }
}
