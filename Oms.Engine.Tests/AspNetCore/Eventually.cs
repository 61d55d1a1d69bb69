using System.Diagnostics;
using Shouldly;

namespace Oms.Engine.Tests.AspNetCore;

/// <summary>Waits for what another thread brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Task BecomesAsync(Func<int> value, int expected) => BecomesAsync(() => Task.FromResult(value()), expected);

    public static async Task BecomesAsync(Func<Task<int>> value, int expected)
    {
        var watch = Stopwatch.StartNew();
        int seen;
        while ((seen = await value()) != expected && watch.Elapsed < Patience)
            await Task.Delay(10);
        seen.ShouldBe(expected);
    }
}
