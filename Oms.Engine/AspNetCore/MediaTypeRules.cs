using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Oms.Engine.AspNetCore;

/// <summary>Which bodies are read: JSON in UTF-8, not encoded otherwise. Others a browser could send from any page without asking first.</summary>
internal static class MediaTypeRules
{
    /// <summary>Whether a request's body is refused by its headers.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Why; null when it is not.</returns>
    public static TransportRefusal? Check(HttpRequest request)
    {
        return IsJson(request.ContentType) ? CheckEncoding(request) : Unsupported("The body must be application/json in UTF-8.");
    }

    /// <summary>Whether a request's body is refused because it is encoded.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Why; null when it is not.</returns>
    public static TransportRefusal? CheckEncoding(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding;
        return encoding.Count == 0 || string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase)
            ? null
            : Unsupported("The body must not be compressed.");
    }

    /// <summary>Whether a <c>GET</c> that names a content type is refused: with a simple one it needs no CORS preflight.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Why; null when it is not.</returns>
    public static TransportRefusal? CheckGet(HttpRequest request) =>
        string.IsNullOrEmpty(request.ContentType) || IsJson(request.ContentType)
            ? null
            : Unsupported("A GET with a Content-Type other than application/json is refused.");

    private static bool IsJson(string? contentType)
    {
        if (contentType is "application/json" or "application/json; charset=utf-8" or "application/json;charset=utf-8")
            return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue
                || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    private static TransportRefusal Unsupported(string message) => new(415, TransportErrorCodes.RequestInvalid, message);
}
