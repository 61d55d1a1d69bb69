using System.Collections.Concurrent;
using System.Reflection;
using Oms.Engine.Tests;
using Xunit;
using Xunit.v3;

[assembly: TimeLimit]

namespace Oms.Engine.Tests;

/// <summary>
/// Cancels a test that is not done after five minutes, so that one which waits for what never comes fails by its name instead of holding up
/// the run. <c>OMS_TEST_MINUTES</c> is another limit, for the long forms of tests.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TimeLimitAttribute : BeforeAfterTestAttribute
{
    private static readonly TimeSpan Limit =
        TimeSpan.FromMinutes(int.TryParse(Environment.GetEnvironmentVariable("OMS_TEST_MINUTES"), out var minutes) ? minutes : 5);

    private readonly ConcurrentDictionary<string, Timer> running = [];

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = TestContext.Current;
        running[test.UniqueID] = new Timer(_ => Cancel(context, test), null, Limit, Timeout.InfiniteTimeSpan);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (running.TryRemove(test.UniqueID, out var timer))
            timer.Dispose();
    }

    private static void Cancel(ITestContext context, IXunitTest test)
    {
        context.SendDiagnosticMessage("{0} was not done after {1} and is cancelled", test.TestDisplayName, Limit);
        context.CancelCurrentTest();
    }
}
