using Oms.Engine.Configuration;
using StackExchange.Redis;

namespace Oms.Graph.Hosting;

/// <summary>Wires Redis where the configuration names one.</summary>
internal static class RedisSetup
{
    /// <summary>Adds the connection, which is made in the background where the server does not answer at once, and the documents kept there.</summary>
    /// <exception cref="StartRefusedException">A configured value can not be used.</exception>
    internal static async Task AddRedisAsync(this IRequestExecutorBuilder graph, IConfiguration configuration)
    {
        if (RedisSettings.Read(configuration) is not { } settings)
            return;
        var connection = await ConnectionMultiplexer.ConnectAsync(settings.Connection);
        graph.Services.AddSingleton<IConnectionMultiplexer>(_ => connection);
        graph.AddRedisOperationDocumentStorage(settings.DocumentExpiration);
    }
}
