using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Oms.Engine.Caching;

/// <summary>What caches may do with the responses of one plan (RFC 9111): headers that are written as they are, made once with the plan.</summary>
internal sealed class CachePolicy
{
    private readonly string forEverybody;
    private readonly string forOne;
    private readonly string vary;

    private CachePolicy(TimeSpan? maxAge, TimeSpan? sharedMaxAge, bool isPrivate, IEnumerable<string> headers)
    {
        // To a cache that several people share "private" says everything; an s-maxage beside it would be nobody's.
        forOne = new CacheControlHeaderValue { Private = true, MaxAge = maxAge }.ToString();
        forEverybody = isPrivate ? forOne : new CacheControlHeaderValue { MaxAge = maxAge, SharedMaxAge = sharedMaxAge }.ToString();
        vary = string.Join(", ", headers.Select(h => h.ToLowerInvariant()).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal).Where(h => h != "accept").Prepend(HeaderNames.Accept));
    }

    /// <summary>The policy that all hints allow; null when none of them says for how long.</summary>
    /// <param name="hints">What the fields of a response say, in any order and as often as they like.</param>
    public static CachePolicy? Of(IReadOnlyCollection<CacheHint> hints)
    {
        var maxAge = hints.Min(h => h.MaxAge);
        // Who says nothing of shared caches does not want them to keep longer than others.
        var sharedMaxAge = hints.Any(h => h.SharedMaxAge is not null) ? hints.Min(h => h.SharedMaxAge ?? h.MaxAge) : null;
        return maxAge is null && sharedMaxAge is null ? null
            : new CachePolicy(Seconds(maxAge), Seconds(sharedMaxAge), hints.Any(h => h.IsPrivate), hints.SelectMany(h => h.Vary));
    }

    /// <summary>Says it in the headers of a response.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="isOfUser">Whether the response is of the one who asked, whatever the fields say.</param>
    public void Apply(IHeaderDictionary headers, bool isOfUser)
    {
        headers.CacheControl = isOfUser ? forOne : forEverybody;
        headers.Vary = vary;
    }

    private static TimeSpan? Seconds(int? value) => value is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
