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
        return builder;
    }

    /// <summary>Adds a class that hears of requests, made once with the application's services.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddDiagnosticEventListener<T>(this IRequestExecutorBuilder builder)
        where T : ExecutionDiagnosticEventListener
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<ExecutionDiagnosticEventListener, T>();
        return builder;
    }
}
