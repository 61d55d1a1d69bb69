using Oms.Engine.Caching;
using Oms.Engine.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What can be said about caches to <c>AddGraphQLServer()</c>, under Hot Chocolate's names.</summary>
public static class CacheControlRequestExecutorBuilderExtensions
{
    /// <summary>Gives the schema <c>@cacheControl</c>, by which fields and types say how long responses may be kept.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddCacheControl(this IRequestExecutorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Setup.HasCacheControl = true;
        return builder;
    }

    /// <summary>Says in the headers <c>Cache-Control</c> and <c>Vary</c> of responses over HTTP what <c>@cacheControl</c> allows.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder UseQueryCache(this IRequestExecutorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Setup.UsesQueryCache = true;
        return builder;
    }

    /// <summary>Changes what holds where the schema does not say.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="modifyOptions">Changes the options.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder ModifyCacheControlOptions(this IRequestExecutorBuilder builder, Action<CacheControlOptions> modifyOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(modifyOptions);
        modifyOptions(builder.Setup.CacheControlOptions);
        return builder;
    }
}
