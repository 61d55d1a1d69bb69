using System.Globalization;
using Oms.Engine.Subscriptions;

namespace Oms.Benchmarks.Workload;

/// <summary>Serves the common workload by the engine, as a program of its own would, until the process ends.</summary>
internal static class WorkloadServer
{
    /// <summary>Serves <c>/graphql</c>; with the baselines also <c>/bare/q1</c>, <c>/ceiling/q1</c> and so on, and what was allocated so far.</summary>
    public static async Task<int> RunAsync(string url, bool hasBaselines)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning);
        builder.WebHost.UseUrls(url).ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Services.AddWorkload();
        var application = builder.Build();
        application.UseWebSockets();
        application.MapGet("/health/ready", () => "ready");
        application.MapGraphQL();
        if (hasBaselines)
        {
            application.MapGet("/allocated", () => GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture));
            BareBaseline.Map(application);
            CeilingBaseline.Map(application);
            BareBroadcast.Map(application);
            application.MapGet("/graphql/listeners", (InMemoryTopics topics) => topics.SubscriberCount.ToString(CultureInfo.InvariantCulture));
        }

        await application.StartAsync();
        Console.WriteLine($"GraphQL: {url.TrimEnd('/')}/graphql");
        await application.WaitForShutdownAsync();
        return 0;
    }
}
