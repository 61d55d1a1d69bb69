using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore;

/// <summary>
/// The entity tag of the response to a <c>GET</c> of a persisted operation (RFC 9110, section 8.8.3): a hash of the media type and the body, so that equal
/// tags mean equal answers whatever they were read from, and a client is sent only what it does not have. A stream has none.
/// </summary>
internal static class EntityTag
{
    /// <summary>Tags a response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="result">The response.</param>
    /// <param name="format">How it is answered.</param>
    /// <returns>Whether the client has it already, and gets 304 without a body.</returns>
    public static bool IsKnown(HttpContext context, OperationResult result, ResponseFormat format)
    {
        var headers = context.Response.Headers;
        var tag = new EntityTagHeaderValue($"\"{HashOf(result, format)}\"");
        headers.ETag = tag.ToString();
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Accept, Authorization";
        result.Caching?.Apply(headers, result.IsOfUser);
        return EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known)
            && known.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false));
    }

    private static string HashOf(OperationResult result, ResponseFormat format)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([(byte)format]);
        foreach (var block in result.Body)
            hash.AppendData(block.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
