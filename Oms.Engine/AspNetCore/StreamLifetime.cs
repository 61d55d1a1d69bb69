using Microsoft.AspNetCore.Http;

namespace Oms.Engine.AspNetCore;

/// <summary>How long a stream may go on: until the client leaves, the server stops, its schema is swapped, or the user's authentication ends.</summary>
internal sealed class StreamLifetime(HttpContext context, CancellationToken stopping, CancellationToken swapped, TimeProvider clock) : IDisposable
{
    // A timer cannot wait longer; a token that holds for weeks does not end a stream.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private CancellationTokenSource? _linked;
    private CancellationTokenSource? _deadline;

    /// <summary>Whether the user's authentication has ended.</summary>
    public bool HasExpired => _deadline?.IsCancellationRequested == true;

    public CancellationToken Start()
    {
        if (SessionDeadline.Of(context) is { } end)
        {
            var left = end - clock.GetUtcNow();
            if (left < LongestWait)
                _deadline = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        }

        _linked = CancellationTokenSource.CreateLinkedTokenSource(
            [context.RequestAborted, stopping, swapped, _deadline?.Token ?? CancellationToken.None]);
        return _linked.Token;
    }

    public void Dispose()
    {
        _linked?.Dispose();
        _deadline?.Dispose();
    }
}
