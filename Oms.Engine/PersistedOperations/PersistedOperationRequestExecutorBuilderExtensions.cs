using Microsoft.Extensions.DependencyInjection.Extensions;
using Oms.Engine.Configuration;
using Oms.Engine.PersistedOperations;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Persisted operations of <c>AddGraphQLServer()</c>, under Hot Chocolate's names.</summary>
public static class PersistedOperationRequestExecutorBuilderExtensions
{
    /// <summary>Lets requests name a document of the store by its id: <c>documentId</c>, <c>id</c> or Apollo's <c>persistedQuery</c>.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder UsePersistedOperationPipeline(this IRequestExecutorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Setup.PersistedOperations = PersistedOperationMode.Stored;
        return builder;
    }

    /// <summary>Also keeps documents that clients bring along with their SHA-256 (automatic persisted queries).</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder UseAutomaticPersistedOperationPipeline(this IRequestExecutorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Setup.PersistedOperations = PersistedOperationMode.Automatic;
        return builder;
    }

    /// <summary>Keeps documents in memory.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="capacity">How many.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddInMemoryOperationDocumentStorage(this IRequestExecutorBuilder builder, int capacity = 1024) =>
        builder.AddOperationDocumentStorage(_ => new InMemoryOperationDocumentStorage(capacity));

    /// <summary>Keeps documents as files.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="cacheDirectory">The folder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddFileSystemOperationDocumentStorage(this IRequestExecutorBuilder builder, string cacheDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(cacheDirectory);
        return builder.AddOperationDocumentStorage(_ => new FileSystemOperationDocumentStorage(cacheDirectory));
    }

    /// <summary>Keeps documents in a store of one's own; the last one that is added counts.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="storage">Makes the store.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddOperationDocumentStorage(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, IOperationDocumentStorage> storage)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.RemoveAll<IOperationDocumentStorage>();
        builder.Services.AddSingleton(storage);
        return builder;
    }
}
