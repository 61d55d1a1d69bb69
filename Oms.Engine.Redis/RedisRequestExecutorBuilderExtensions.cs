using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Oms.Engine.Configuration;
using Oms.Engine.Redis;
using Oms.Engine.Subscriptions;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What servers share through Redis, under Hot Chocolate's names.</summary>
public static class RedisRequestExecutorBuilderExtensions
{
    /// <summary>
    /// Adds topics of all servers on one Redis, in the place of those within this process: <see cref="ITopicEventSender"/> and <see cref="ITopicEventReceiver"/>. The connection is the
    /// application's <see cref="IConnectionMultiplexer"/>; made with <c>AbortOnConnectFail = false</c> it may be away at the start and later.
    /// Messages travel as JSON of System.Text.Json.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the buffers and the prefix of channels.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddRedisSubscriptions(this IRequestExecutorBuilder builder, Action<SubscriptionOptions>? configure = null) =>
        builder.AddRedisSubscriptions(services => services.GetRequiredService<IConnectionMultiplexer>(), configure);

    /// <summary>Adds topics of all servers on one Redis.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connection">The connection, which stays its maker's to dispose.</param>
    /// <param name="configure">Changes the buffers and the prefix of channels.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddRedisSubscriptions(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, IConnectionMultiplexer> connection, Action<SubscriptionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(connection);
        var options = new SubscriptionOptions();
        configure?.Invoke(options);
        builder.Services.RemoveAll<ITopicEventSender>();
        builder.Services.RemoveAll<ITopicEventReceiver>();
        builder.Services.TryAddSingleton(services => new RedisTopics(connection(services), options, LogOf<RedisTopics>(services)));
        builder.Services.AddSingleton<ITopicEventSender>(services => services.GetRequiredService<RedisTopics>());
        builder.Services.AddSingleton<ITopicEventReceiver>(services => services.GetRequiredService<RedisTopics>());
        return builder;
    }

    /// <summary>Keeps operation documents in the default database of the application's <see cref="IConnectionMultiplexer"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="queryExpiration">How long a document is kept after a client last brought it along; null for ever.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddRedisOperationDocumentStorage(this IRequestExecutorBuilder builder, TimeSpan? queryExpiration = null) =>
        builder.AddRedisOperationDocumentStorage(services => services.GetRequiredService<IConnectionMultiplexer>().GetDatabase(), queryExpiration);

    /// <summary>Keeps operation documents in Redis, under <c>graphql:document:{id}</c>. Whoever fills it from a build sets these keys.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="databaseFactory">The database.</param>
    /// <param name="queryExpiration">How long a document is kept after a client last brought it along; null for ever.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddRedisOperationDocumentStorage(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, IDatabase> databaseFactory, TimeSpan? queryExpiration = null)
    {
        ArgumentNullException.ThrowIfNull(databaseFactory);
        return builder.AddOperationDocumentStorage(
            services => new RedisOperationDocumentStorage(databaseFactory(services), queryExpiration, LogOf<RedisOperationDocumentStorage>(services)));
    }

    private static ILogger<T> LogOf<T>(IServiceProvider services) => services.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
