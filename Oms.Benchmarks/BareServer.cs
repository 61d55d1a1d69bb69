using System.Net;

namespace Oms.Benchmarks;

/// <summary>A bare Kestrel endpoint that reads the request and answers the same bytes each time: what HTTP alone costs.</summary>
internal static class BareServer
{
    /// <summary>Serves until the process ends.</summary>
    public static async Task<int> RunAsync(string url, string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var application = builder.Build();
        application.MapGet("/health/ready", () => "ready");
        application.MapPost("/graphql", async context =>
        {
            while (true)
            {
                var read = await context.Request.BodyReader.ReadAsync();
                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    break;
            }

            context.Response.StatusCode = (int)HttpStatusCode.OK;
            context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.BodyWriter.WriteAsync(bytes);
        });
        await application.RunAsync();
        return 0;
    }
}
