using Oms.Graph.Authentication;

namespace Oms.Graph.Hosting;

/// <summary>Puts the server together: the one place where all parts meet.</summary>
internal static class Application
{
    /// <summary>A server on this data folder, ready to start.</summary>
    internal static WebApplication Build(DataFolder folder, string urls)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTokens(builder.Configuration, folder.Path);
        var application = builder.Build();
        application.UseWebSockets();
        application.UseAuthentication();
        application.UseAuthorization();
        return application;
    }

    /// <summary>The contract as it is served.</summary>
    internal static Task<string> ReadSchemaAsync(CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "schema.graphql"), cancellationToken);
}
