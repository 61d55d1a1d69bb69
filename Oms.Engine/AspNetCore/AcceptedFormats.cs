using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Oms.Engine.AspNetCore;

/// <summary>What a client's <c>Accept</c> leaves to choose from (GraphQL over HTTP, section 6.1; RFC 9110, section 12.5.1).</summary>
/// <param name="Single">The best format for one response; null when only a stream is accepted.</param>
/// <param name="EventStream">Whether <c>text/event-stream</c> is accepted.</param>
/// <param name="Html">Whether <c>text/html</c> is accepted by name, which is how a browser's address bar asks.</param>
internal readonly record struct AcceptedFormats(ResponseFormat? Single, bool EventStream, bool Html)
{
    private static readonly AcceptedFormats Everything = new(ResponseFormat.GraphQLResponse, EventStream: true, Html: false);

    public bool IsNothing => Single is null && !EventStream && !Html;

    /// <summary>Reads the header.</summary>
    /// <param name="accept">Its values.</param>
    /// <param name="formats">What it leaves; nothing of ours when it names only other types.</param>
    /// <returns>Whether it can be read.</returns>
    public static bool TryParse(StringValues accept, out AcceptedFormats formats)
    {
        formats = Everything;
        if (accept.Count == 0)
            return true;
        if (accept.Count == 1)
        {
            switch (accept[0])
            {
                case "" or "*/*" or null:
                    return true;
                case "application/json":
                    formats = new AcceptedFormats(ResponseFormat.Json, EventStream: false, Html: false);
                    return true;
                case "application/graphql-response+json":
                    formats = new AcceptedFormats(ResponseFormat.GraphQLResponse, EventStream: false, Html: false);
                    return true;
            }
        }

        if (!MediaTypeHeaderValue.TryParseStrictList(accept, out var ranges))
            return false;
        formats = Choose(ranges);
        return true;
    }

    private static AcceptedFormats Choose(IList<MediaTypeHeaderValue> ranges)
    {
        var graphQL = Match(ranges, "application", "graphql-response+json");
        var json = Match(ranges, "application", "json");
        ResponseFormat? single = null;
        if (graphQL.Quality > 0 || json.Quality > 0)
            single = json.IsBetterThan(graphQL) ? ResponseFormat.Json : ResponseFormat.GraphQLResponse;
        var html = Match(ranges, "text", "html");
        return new AcceptedFormats(single, Match(ranges, "text", "event-stream").Quality > 0, html is { Quality: > 0, Specificity: 2 });
    }

    private static Preference Match(IList<MediaTypeHeaderValue> ranges, string type, string subtype)
    {
        var best = new Preference(0, -1, 0);
        for (var i = 0; i < ranges.Count; i++)
        {
            var range = ranges[i];
            if (range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
                continue;
            var specificity = Specificity(range, type, subtype);
            if (specificity > best.Specificity)
                best = new Preference(range.Quality ?? 1, specificity, i);
        }

        return best;
    }

    private static int Specificity(MediaTypeHeaderValue range, string type, string subtype)
    {
        if (range.MatchesAllTypes)
            return 0;
        if (!range.Type.Equals(type, StringComparison.OrdinalIgnoreCase))
            return -1;
        if (range.MatchesAllSubTypes)
            return 1;
        return range.SubType.Equals(subtype, StringComparison.OrdinalIgnoreCase) ? 2 : -1;
    }

    private readonly record struct Preference(double Quality, int Specificity, int Index)
    {
        public bool IsBetterThan(Preference other) =>
            Quality > other.Quality || (Quality == other.Quality && Index < other.Index);
    }
}
