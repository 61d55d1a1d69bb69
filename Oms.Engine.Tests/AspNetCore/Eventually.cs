using System.Diagnostics;
using Shouldly;

namespace Oms.Engine.Tests.AspNetCore;

/// <summary>Waits for what another thread brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task BecomesAsync(Func<int> value, int expected)
    {
        var watch = Stopwatch.StartNew();
        while (value() != expected && watch.Elapsed < Patience)
            await Task.Delay(10);
        value().ShouldBe(expected);
    }
}
