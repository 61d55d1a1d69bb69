namespace Oms.Engine.AspNetCore;

/// <summary>
/// How many bytes of long bodies an endpoint holds at once. Bodies are read before requests wait for their turn, so that slow senders hold up
/// nobody; what they may fill meanwhile has its bound here.
/// </summary>
/// <param name="maximum">How many.</param>
internal sealed class BodyBudget(long maximum)
{
    /// <summary>The part of each body that is not counted, for any server holds as much in its own buffers.</summary>
    public const int Uncounted = 64 * 1024;

    private long held;

    /// <summary>The bound.</summary>
    public long Maximum => maximum;

    /// <summary>Counts more of a body.</summary>
    /// <param name="before">How much of it was there.</param>
    /// <param name="now">How much is there now.</param>
    /// <returns>Whether it may be held; what is refused is not counted.</returns>
    public bool TryGrow(long before, long now)
    {
        var more = Counted(now) - Counted(before);
        if (more == 0 || Interlocked.Add(ref held, more) <= maximum)
            return true;
        Interlocked.Add(ref held, -more);
        return false;
    }

    /// <summary>Counts a body no longer.</summary>
    /// <param name="length">How much of it was there.</param>
    public void Return(long length)
    {
        if (Counted(length) is > 0 and var counted)
            Interlocked.Add(ref held, -counted);
    }

    private static long Counted(long length) => Math.Max(0, length - Uncounted);
}
