using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Oms.Engine.Response;

namespace Oms.Graph.Authentication;

/// <summary>What a token's end means for what outlives a request.</summary>
internal static class TokenLifetime
{
    /// <summary>When the user's token ends; null for a user without one.</summary>
    internal static DateTimeOffset? EndOf(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirst(JwtRegisteredClaimNames.Exp)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>A stream that fails with <c>AUTH_NOT_AUTHENTICATED</c> when the user's token ends, whether or not anything comes.</summary>
    internal static async IAsyncEnumerable<T> WhileValid<T>(
        this IAsyncEnumerable<T> source, ClaimsPrincipal user, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var end = EndOf(user) is { } at ? new CancellationTokenSource(Remaining(at, time), time) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        await using var items = source.GetAsyncEnumerator(either.Token);
        while (await MoveNextAsync(items, end, cancellationToken))
            yield return items.Current;
    }

    private static async ValueTask<bool> MoveNextAsync<T>(
        IAsyncEnumerator<T> items, CancellationTokenSource end, CancellationToken cancellationToken)
    {
        try
        {
            var hasNext = await items.MoveNextAsync();
            return end.IsCancellationRequested ? throw Ended() : hasNext;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Ended();
        }
    }

    // A timer takes 49 days at most; a token that lasts longer is looked at again by whoever subscribes anew.
    private static TimeSpan Remaining(DateTimeOffset end, TimeProvider time)
    {
        var left = end - time.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > TimeSpan.FromDays(49) ? TimeSpan.FromDays(49) : left;
    }

    private static GraphQLException Ended() => new(ErrorBuilder.New()
        .SetMessage("Your token has expired. Subscribe again with a new one, after the last sequence number you have seen.")
        .SetCode(ErrorCodes.NotAuthenticated)
        .Build());
}
