using Microsoft.AspNetCore.ResponseCompression;
using Oms.Engine.Authorization;
using Oms.Engine.Execution;
using Oms.Graph.Authentication;
using Oms.Graph.Deltas;
using Oms.Graph.Metrics;
using Oms.Graph.Registry;

namespace Oms.Graph.Hosting;

/// <summary>Puts the server together: the one place where all parts meet.</summary>
internal static class Application
{
    /// <summary>A server on this data folder and store, its registry open, ready to start.</summary>
    /// <exception cref="StartRefusedException">The store or the configuration can not be used.</exception>
    internal static async Task<WebApplication> BuildAsync(string dataFolder, StoreSettings settings, string urls, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning)
            // The keys lie in a folder that only their owner reads, as the signing key does; that they are not encrypted there is known.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseUrls(urls).ConfigureKestrel(o => o.AddServerHeader = false);
        var store = settings.Open(dataFolder, builder.Configuration);
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PrometheusExposition>();
        builder.Services.AddTokens(builder.Configuration, dataFolder);
        builder.Services.AddSingleton<IAuthorizationHandler, RightAuthorizationHandler>();
        builder.Services.AddRegistry(builder.Configuration);
        await builder.Services.AddGraph(builder.Environment).AddRedisAsync(builder.Configuration);
        builder.Services.AddSecretProtection(builder.Configuration, dataFolder);
        // Answers carry no secret beside what a request can choose: tokens come in a header, never in an answer, so compressing them over TLS tells nothing.
        builder.Services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "application/graphql"];
        });
        var application = builder.Build();
        application.Services.GetRequiredService<PrometheusExposition>();
        application.UseResponseCompression();
        application.UseWebSockets();
        application.UseMiddleware<OperationGate>();
        application.UseAuthentication();
        application.MapOperations();
        application.MapDeltas();
        application.MapGraphQL();
        application.MapGraphQLPersistedOperations();
        application.Services.GetRequiredService<IRequestExecutor>();
        await application.Services.GetRequiredService<StoreClock>().RefreshAsync(cancellationToken);
        await application.Services.GetRequiredService<OntologyRegistry>().OpenAsync(cancellationToken);
        return application;
    }

    /// <summary>The contract as it is served.</summary>
    internal static Task<string> ReadSchemaAsync(CancellationToken cancellationToken) => File.ReadAllTextAsync(GraphSetup.SchemaFile, cancellationToken);
}
