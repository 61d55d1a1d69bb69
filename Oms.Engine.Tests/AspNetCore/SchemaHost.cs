using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Oms.Engine.Configuration;

namespace Oms.Engine.Tests.AspNetCore;

/// <summary>A web server on a real port with a schema of the test's own. Fields without a resolver are null.</summary>
internal sealed class SchemaHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SchemaHost(WebApplication application)
    {
        _application = application;
        Client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _application.Services;

    public static async Task<SchemaHost> StartAsync(
        string sdl, Action<IRequestExecutorBuilder>? configure = null, Action<WebApplication>? map = null, Action<WebApplicationBuilder>? host = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        host?.Invoke(builder);
        var graph = builder.Services.AddGraphQLServer().AddDocumentFromString(sdl).ModifyOptions(o => o.StrictBinding = false);
        configure?.Invoke(graph);
        var application = builder.Build();
        application.UseWebSockets();
        if (map is null)
            application.MapGraphQL();
        else
            map(application);
        await application.StartAsync();
        return new SchemaHost(application);
    }

    /// <summary>Sends a body as JSON.</summary>
    public async Task<HttpResponseMessage> PostAsync(string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Executes a document and reads the response.</summary>
    public async Task<JsonElement> AskAsync(string document, object? variables = null, params (string Name, string Value)[] headers)
    {
        using var response = await PostAsync(JsonSerializer.Serialize(new { query = document, variables }), headers);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
    }

    public Task StopAsync() => _application.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }
}
