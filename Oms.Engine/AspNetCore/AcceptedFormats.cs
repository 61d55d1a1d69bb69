using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore;

/// <summary>What a client's <c>Accept</c> leaves to choose from (GraphQL over HTTP, section 6.1; RFC 9110, section 12.5.1).</summary>
/// <param name="Single">The best format for one response; null when only a stream is accepted.</param>
/// <param name="Events">The best format for the events of a subscription; null when none is accepted.</param>
/// <param name="Parts">The best format for a response in parts; null when none is accepted.</param>
/// <param name="Delivery">How the parts are told apart: as the chosen media type's <c>incrementalSpec</c> says.</param>
/// <param name="Lines">Whether <c>application/jsonl</c> is accepted by name.</param>
/// <param name="Html">Whether <c>text/html</c> is accepted by name, which is how a browser's address bar asks.</param>
internal readonly record struct AcceptedFormats(ResponseFormat? Single, StreamFormat? Events, StreamFormat? Parts, IncrementalDeliveryFormat Delivery, bool Lines, bool Html)
{
    private const int Named = 2;

    private static readonly AcceptedFormats Everything = new(ResponseFormat.GraphQLResponse, StreamFormat.EventStream, StreamFormat.Multipart, default, Lines: false, Html: false);

    /// <summary>What a client takes that does not say what it reads, where the server answers as servers used to.</summary>
    public AcceptedFormats Legacy => this == Everything ? this with { Single = ResponseFormat.Json } : this;

    public bool IsNothing => Single is null && Events is null && !Html;

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
                    formats = new AcceptedFormats(ResponseFormat.Json, null, null, default, Lines: false, Html: false);
                    return true;
                case "application/graphql-response+json":
                    formats = new AcceptedFormats(ResponseFormat.GraphQLResponse, null, null, default, Lines: false, Html: false);
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
        // Whoever accepts "application/*" expects one JSON document, so that lines have to be named.
        var lines = Match(ranges, "application", "jsonl") is { Specificity: Named } named ? named : Preference.None;
        ResponseFormat? single = null;
        if (IsChosen(graphQL, json, lines) || IsChosen(json, graphQL, lines))
            single = json.IsBetterThan(graphQL) ? ResponseFormat.Json : ResponseFormat.GraphQLResponse;
        var html = Match(ranges, "text", "html");
        var events = Match(ranges, "text", "event-stream");
        var multipart = Match(ranges, "multipart", "mixed");
        var parts = Best((multipart, StreamFormat.Multipart), (events, StreamFormat.EventStream), (lines, StreamFormat.JsonLines));
        return new AcceptedFormats(
            single,
            Best((events, StreamFormat.EventStream), (multipart, StreamFormat.Multipart), (lines, StreamFormat.JsonLines)),
            parts,
            DeliveryOf(ranges, parts switch { StreamFormat.Multipart => multipart, StreamFormat.EventStream => events, _ => lines }),
            lines.Quality > 0,
            html is { Quality: > 0, Specificity: Named });
    }

    // Hot Chocolate's parameter, and the one of Apollo Client, which names the same draft by its day.
    private static IncrementalDeliveryFormat DeliveryOf(IList<MediaTypeHeaderValue> ranges, Preference chosen) =>
        chosen.Quality > 0 && ranges[chosen.Index].Parameters.Any(IsOlderDelivery) ? IncrementalDeliveryFormat.Version_0_1 : IncrementalDeliveryFormat.Version_0_2;

    private static bool IsOlderDelivery(NameValueHeaderValue parameter)
    {
        var value = HeaderUtilities.RemoveQuotes(parameter.Value);
        return (parameter.Name.Equals("incrementalSpec", StringComparison.OrdinalIgnoreCase) && value.Equals("v0.1", StringComparison.OrdinalIgnoreCase))
            || (parameter.Name.Equals("deferSpec", StringComparison.OrdinalIgnoreCase) && value.Equals("20220824", StringComparison.Ordinal));
    }

    private static bool IsChosen(Preference format, Preference other, Preference lines) =>
        format.Quality > 0 && !other.IsBetterThan(format) && !lines.IsBetterThan(format);

    // What is named goes before what a wildcard lets through; of equals the first one here.
    private static StreamFormat? Best(params ReadOnlySpan<(Preference Preference, StreamFormat Format)> formats)
    {
        var best = formats[0];
        foreach (var other in formats[1..])
        {
            if (other.Preference.Quality > best.Preference.Quality
                || (other.Preference.Quality == best.Preference.Quality && other.Preference.Specificity > best.Preference.Specificity))
                best = other;
        }

        return best.Preference.Quality > 0 ? best.Format : null;
    }

    private static Preference Match(IList<MediaTypeHeaderValue> ranges, string type, string subtype)
    {
        var best = Preference.None;
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
        return range.SubType.Equals(subtype, StringComparison.OrdinalIgnoreCase) ? Named : -1;
    }

    private readonly record struct Preference(double Quality, int Specificity, int Index)
    {
        public static readonly Preference None = new(0, -1, 0);

        public bool IsBetterThan(Preference other) =>
            Quality > other.Quality || (Quality == other.Quality && Index < other.Index);
    }
}
