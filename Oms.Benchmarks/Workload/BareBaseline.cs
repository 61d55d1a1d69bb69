using Oms.Engine.Execution;

namespace Oms.Benchmarks.Workload;

/// <summary>The same bytes from memory: what HTTP alone costs.</summary>
internal static class BareBaseline
{
    /// <summary>Maps an address for each request of the workload.</summary>
    public static void Map(WebApplication application)
    {
        foreach (var name in WorkloadRequests.Names)
        {
            var answer = new Lazy<Task<byte[]>>(() => AnswerAsync(application.Services, name));
            application.MapPost("/bare/" + name, async context =>
            {
                var bytes = await answer.Value;
                await DrainAsync(context);
                context.Response.ContentType = "application/json; charset=utf-8";
                context.Response.ContentLength = bytes.Length;
                await context.Response.BodyWriter.WriteAsync(bytes);
            });
        }
    }

    private static async Task<byte[]> AnswerAsync(IServiceProvider services, string name)
    {
        await using var result = await WorkloadRequests.ExecuteAsync(services, name);
        return System.Buffers.BuffersExtensions.ToArray(((OperationResult)result).Body);
    }

    private static async ValueTask DrainAsync(HttpContext context)
    {
        while (true)
        {
            var read = await context.Request.BodyReader.ReadAsync();
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                return;
        }
    }
}
