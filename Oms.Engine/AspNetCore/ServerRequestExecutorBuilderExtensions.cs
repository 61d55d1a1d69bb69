using Microsoft.Extensions.DependencyInjection.Extensions;
using Oms.Engine.AspNetCore;
using Oms.Engine.AspNetCore.Sockets;
using Oms.Engine.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What <c>AddGraphQLServer()</c> configures of the transports.</summary>
public static class ServerRequestExecutorBuilderExtensions
{
    /// <summary>Changes the options every mapped endpoint starts from.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">The changes.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder ModifyServerOptions(this IRequestExecutorBuilder builder, Action<GraphQLServerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configure);
        return builder;
    }

    /// <summary>Adds a class that is asked about every WebSocket connection.</summary>
    /// <typeparam name="T">The class; one instance for the server.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddSocketSessionInterceptor<T>(this IRequestExecutorBuilder builder)
        where T : class, ISocketSessionInterceptor
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<ISocketSessionInterceptor, T>();
        return builder;
    }

    /// <summary>Adds a class that adds global state to every request over HTTP.</summary>
    /// <typeparam name="T">The class; one instance for the server.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddHttpRequestInterceptor<T>(this IRequestExecutorBuilder builder)
        where T : class, IHttpRequestInterceptor
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IHttpRequestInterceptor, T>();
        return builder;
    }

    /// <summary>Says how single responses look.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">How.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddHttpResponseFormatter(this IRequestExecutorBuilder builder, HttpResponseFormatterOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        builder.Services.RemoveAll<DefaultHttpResponseFormatter>().AddSingleton(new DefaultHttpResponseFormatter(options));
        return builder;
    }

    /// <summary>Indents single responses, for people who read them.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="indented">Whether they are.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddHttpResponseFormatter(this IRequestExecutorBuilder builder, bool indented) =>
        builder.AddHttpResponseFormatter(new HttpResponseFormatterOptions { Indented = indented });

    /// <summary>Adds a class that chooses the status codes and headers of single responses.</summary>
    /// <typeparam name="T">The class; one instance for the server.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddHttpResponseFormatter<T>(this IRequestExecutorBuilder builder)
        where T : DefaultHttpResponseFormatter
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.RemoveAll<DefaultHttpResponseFormatter>().AddSingleton<DefaultHttpResponseFormatter, T>();
        return builder;
    }
}
