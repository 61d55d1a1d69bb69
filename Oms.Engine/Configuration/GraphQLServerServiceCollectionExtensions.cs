using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Oms.Engine.Binding;
using Oms.Engine.Caching;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Instrumentation;
using Oms.Engine.Middleware;
using Oms.Engine.Mutations;
using Oms.Engine.Nodes;
using Oms.Engine.PersistedOperations;
using Oms.Engine.Response;
using Oms.Engine.Types;
using Oms.Engine.Visibility;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Where a GraphQL server begins, under Hot Chocolate's name.</summary>
public static class GraphQLServerServiceCollectionExtensions
{
    /// <summary>Adds a GraphQL server; one a service collection.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="maxAllowedRequestSize">The largest request body in bytes; 20,480,000 by default.</param>
    /// <returns>What the rest is said to.</returns>
    public static IRequestExecutorBuilder AddGraphQLServer(this IServiceCollection services, int maxAllowedRequestSize = 20 * 1000 * 1024)
    {
        ArgumentNullException.ThrowIfNull(services);
        var builder = new RequestExecutorBuilder(services);
        builder.Setup.MaxAllowedRequestSize = maxAllowedRequestSize;
        builder.Setup.Services = services;
        services.TryAddSingleton(builder.Setup);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SchemaWarmup>());
        services.TryAddSingleton<IRequestExecutor>(provider => BuildReloading(builder.Setup, provider));
        return builder;
    }

    /// <summary>Builds an executor without a web server, for tests and tools.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The executor.</returns>
    /// <exception cref="SchemaException">The schema or its binding has faults; all of them are named.</exception>
    public static ValueTask<IRequestExecutor> BuildRequestExecutorAsync(this IRequestExecutorBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return ValueTask.FromResult(builder.Services.BuildServiceProvider().GetRequiredService<IRequestExecutor>());
    }

    private static IRequestExecutor BuildReloading(SchemaSetup setup, IServiceProvider provider)
    {
        var isReloaded = setup.DocumentFiles.Count > 0
            && (setup.SchemaOptions.ReloadDocuments ?? provider.GetService<IHostEnvironment>()?.IsDevelopment() == true);
        return isReloaded
            ? new ReloadingExecutor(
                () => Build(setup, provider), setup.DocumentFiles, provider.GetService<ILogger<ReloadingExecutor>>() ?? NullLogger<ReloadingExecutor>.Instance)
            : Build(setup, provider);
    }

    private static IRequestExecutor Build(SchemaSetup setup, IServiceProvider provider)
    {
        var schema = SchemaBuilder.New().AddDefaults(ServerDirectives.Document);
        if (setup.Scalars.Exists(scalar => scalar.Coercion is UploadCoercion))
            schema.AddDefaults(UploadCoercion.Definition);
        if (setup.HasCacheControl)
            schema.AddDefaults(CacheControlModel.Definition);
        foreach (var document in setup.Documents)
            schema.AddDocument(document());
        var options = SchemaBuilderOptions.Default with
        {
            ScalarCoercions = Scalars(setup),
            EnableDefer = setup.SchemaOptions.EnableDefer,
            EnableStream = setup.SchemaOptions.EnableStream,
            EnableOptInFeatures = setup.SchemaOptions.EnableOptInFeatures,
            Paging = setup.PagingOptions,
        };
        var conventions = setup.MutationConventions is null ? null : new MutationConventions(setup.MutationConventions, setup);
        if (conventions is not null)
            schema.AddExpansion(conventions.Expand);
        if (setup.GlobalObjectIdentification is { } nodes)
            schema.AddExpansion(new NodeFields(nodes).Expand);
        var pipeline = RequestPipeline.Of(setup, provider);
        var whole = new RequestExecutor(SchemaBinder.Bind(schema.SetOptions(options).Build(), setup, provider, conventions), setup, provider, pipeline);
        var executor = WithPersistedOperations(WithVisibility(whole, options, setup, provider, pipeline), whole.Filter, setup, provider);
        ExecutionDiagnosticEventListener[] listeners = [.. provider.GetServices<ExecutionDiagnosticEventListener>()];
        return listeners.Length == 0 && setup.Instrumentation is null ? executor : new InstrumentedExecutor(executor, listeners, setup.Instrumentation);
    }

    private static IRequestExecutor WithVisibility(RequestExecutor whole, SchemaBuilderOptions options, SchemaSetup setup, IServiceProvider provider, RequestPipeline? pipeline)
    {
        if (!setup.SchemaOptions.EnableFieldVisibility)
            return whole;
        return new VisibilityExecutor(whole, new VisibilityRules(whole.Schema), View, provider);

        // The whole schema keeps all rules; of a part of it a client needs to know no more than what is there.
        RequestExecutor View(Func<string, bool> isHidden)
        {
            var visible = SchemaBuilder.New().AddDocument(VisibleDocument.Of(whole.Schema, isHidden)).SetOptions(options with { StrictValidation = false }).Build();
            return new RequestExecutor(whole.Binding.For(visible, setup), setup, provider, pipeline);
        }
    }

    private static IRequestExecutor WithPersistedOperations(IRequestExecutor executor, Func<GraphQLError, GraphQLError> filter, SchemaSetup setup, IServiceProvider provider)
    {
        if (setup.PersistedOperations == PersistedOperationMode.None)
            return executor;
        var storage = provider.GetService<IOperationDocumentStorage>() ?? new InMemoryOperationDocumentStorage();
        return new PersistedOperationExecutor(
            executor, storage, setup.RequestOptions.PersistedOperations, setup.PersistedOperations == PersistedOperationMode.Automatic, filter);
    }

    private static Dictionary<string, ScalarCoercion> Scalars(SchemaSetup setup)
    {
        var scalars = new Dictionary<string, ScalarCoercion>(ScalarCoercion.WellKnown, StringComparer.Ordinal);
        foreach (var (name, coercion) in setup.Scalars)
            scalars[name] = coercion;
        return scalars;
    }
}
