using Microsoft.Extensions.DependencyInjection.Extensions;
using Oms.Engine.Configuration;
using Oms.Engine.Instrumentation;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Instrumentation of <c>AddGraphQLServer()</c>, under Hot Chocolate's names.</summary>
public static class InstrumentationRequestExecutorBuilderExtensions
{
    /// <summary>Makes activities and metrics of requests, under <see cref="GraphQLTelemetry.Name"/>.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes what they say.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddInstrumentation(this IRequestExecutorBuilder builder, Action<InstrumentationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        configure?.Invoke(builder.Setup.Instrumentation ??= new InstrumentationOptions());
        builder.Setup.Instrumentation ??= new InstrumentationOptions();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<DataLoaderDiagnosticEventListener, DataLoaderActivities>());
        return builder;
    }

    /// <summary>
    /// Adds a class that hears of requests (<see cref="ExecutionDiagnosticEventListener"/>), of the batches of loaders
    /// (<see cref="DataLoaderDiagnosticEventListener"/>), or of HTTP and WebSockets (<see cref="ServerDiagnosticEventListener"/>), made once with the
    /// application's services.
    /// </summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public static IRequestExecutorBuilder AddDiagnosticEventListener<T>(this IRequestExecutorBuilder builder)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (typeof(T).IsAssignableTo(typeof(ExecutionDiagnosticEventListener)))
            builder.Services.AddSingleton(typeof(ExecutionDiagnosticEventListener), typeof(T));
        else if (typeof(T).IsAssignableTo(typeof(DataLoaderDiagnosticEventListener)))
            builder.Services.AddSingleton(typeof(DataLoaderDiagnosticEventListener), typeof(T));
        else if (typeof(T).IsAssignableTo(typeof(ServerDiagnosticEventListener)))
            builder.Services.AddSingleton(typeof(ServerDiagnosticEventListener), typeof(T));
        else
            throw new ArgumentException($"{typeof(T)} is no listener of diagnostic events.");
        return builder;
    }
}
