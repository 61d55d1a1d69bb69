using System.Collections.Concurrent;

namespace Oms.Graph.Authentication;

/// <summary>
/// Tokens that were found good a short while ago: checking a signature costs as much as a small query. A token is good until it ends, and is
/// examined again each minute, so that one whose key was withdrawn lives no longer than that.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="skew">How long after its end a token is still taken.</param>
internal sealed class KnownTokens(TimeProvider time, TimeSpan skew)
{
    private const int MaxTokens = 4096;

    private static readonly TimeSpan Trust = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (TokenVerdict Verdict, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    /// <summary>What was said of a token; null when it has to be examined.</summary>
    internal TokenVerdict? Find(string token) =>
        known.TryGetValue(token, out var found) && time.GetUtcNow() <= found.Until ? found.Verdict : null;

    /// <summary>Keeps what was said of a good token.</summary>
    internal void Keep(string token, TokenVerdict verdict)
    {
        // Only who holds a good token gets here; more of them than this at once begin anew, which costs each one check.
        if (known.Count >= MaxTokens)
            known.Clear();
        var now = time.GetUtcNow();
        var (end, trusted) = (verdict.ExpiresAt + skew, now + Trust);
        known[token] = (verdict, end < trusted ? end : trusted);
    }
}
