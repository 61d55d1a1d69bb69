namespace Oms.Messaging.Outbox;

/// <summary>How often and when something is tried again (domain.md 5.4).</summary>
/// <param name="Attempts">Attempts in all before it is given up; <see cref="int.MaxValue"/> for never.</param>
/// <param name="Initial">The wait after the first failure.</param>
/// <param name="Max">The longest wait.</param>
/// <param name="Factor">What each wait is multiplied by.</param>
/// <param name="Jitter">The share by which a wait is made shorter or longer by chance, 0 to 1.</param>
public sealed record RetryPolicy(int Attempts, TimeSpan Initial, TimeSpan Max, double Factor, double Jitter)
{
    /// <summary>A broker that is away: tried until it is back.</summary>
    public static readonly RetryPolicy Broker = new(int.MaxValue, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(10), 2, 0.5);

    /// <summary>A webhook.</summary>
    public static readonly RetryPolicy Webhook = new(3, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(300), 2, 0.5);

    /// <summary>An event that EventBridge refuses; one that it puts off is tried until it takes it.</summary>
    public static readonly RetryPolicy EventBridge = new(3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), 2, 0.1);

    /// <summary>Dead letters, and whatever has no row of its own.</summary>
    public static readonly RetryPolicy DeadLetter = new(5, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(3600), 2, 0.5);

    /// <summary>The wait after so many failures in a row.</summary>
    /// <param name="failures">1 after the first.</param>
    /// <param name="chance">A number from 0 to 1, drawn by the caller.</param>
    public TimeSpan WaitAfter(int failures, double chance)
    {
        var wait = Initial.TotalSeconds * Math.Pow(Factor, Math.Min(Math.Max(failures, 1) - 1, 60));
        return TimeSpan.FromSeconds(Math.Min(wait, Max.TotalSeconds) * (1 + (Jitter * ((2 * chance) - 1))));
    }
}
