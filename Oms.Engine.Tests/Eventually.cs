using System.Diagnostics;
using Xunit;

namespace Oms.Engine.Tests;

/// <summary>Waits for what another thread or process brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task HoldsAsync(Func<bool> condition, TimeSpan? patience = null) => HoldsAsync(() => Task.FromResult(condition()), patience);

    public static async Task HoldsAsync(Func<Task<bool>> condition, TimeSpan? patience = null, Func<string>? seen = null)
    {
        for (var watch = Stopwatch.StartNew(); !await condition(); await Task.Delay(20, TestContext.Current.CancellationToken))
            if (watch.Elapsed > (patience ?? Patience))
                throw new TimeoutException($"It did not come to be; last seen: {seen?.Invoke() ?? "nothing that is kept"}.");
    }

    public static Task BecomesAsync(Func<int> value, int expected) => BecomesAsync(() => Task.FromResult(value()), expected);

    public static async Task BecomesAsync(Func<Task<int>> value, int expected)
    {
        int? last = null;
        await HoldsAsync(async () => (last = await value()) == expected, seen: () => $"{last} instead of {expected}");
    }
}
