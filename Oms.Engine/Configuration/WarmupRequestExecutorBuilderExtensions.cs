using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Types;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What is done once before the first request, under Hot Chocolate's names.</summary>
public static class WarmupRequestExecutorBuilderExtensions
{
    /// <summary>Adds something that is done when the host starts, before it takes requests, such as executing operations so that they are compiled.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="warmupTask">What is done; what it throws stops the start.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder AddWarmupTask(this IRequestExecutorBuilder builder, Func<IRequestExecutor, CancellationToken, Task> warmupTask)
    {
        ArgumentNullException.ThrowIfNull(warmupTask);
        builder.Setup.WarmupTasks.Add(warmupTask);
        return builder;
    }

    /// <summary>Writes the schema into a file when the host starts, so that a change of it shows in version control.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="schemaFileName">The file; <c>schema.graphqls</c> in the current folder when left out.</param>
    /// <returns>The builder.</returns>
    public static IRequestExecutorBuilder ExportSchemaOnStartup(this IRequestExecutorBuilder builder, string? schemaFileName = null) => builder.AddWarmupTask(
        (executor, cancellationToken) => File.WriteAllTextAsync(schemaFileName ?? "schema.graphqls", SchemaPrinter.Print(executor.Schema) + "\n", cancellationToken));
}
