using Microsoft.Extensions.Logging;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Configuration;

/// <summary>
/// Builds the schema anew when one of its files changes. A request ends on the schema it began with; the next one begins with the new schema. A
/// schema that can not be built is told with all that is wrong with it, and the one before stays.
/// </summary>
internal sealed class ReloadingExecutor : IRequestExecutor, IDisposable
{
    private readonly Func<IRequestExecutor> build;
    private readonly ILogger log;
    private readonly FileChanges changes;
    private CancellationTokenSource end = new();
    private volatile SchemaGeneration current;

    /// <summary>Builds the first schema, and begins to watch.</summary>
    /// <param name="build">Builds an executor from the files as they are.</param>
    /// <param name="files">The files.</param>
    /// <param name="log">Hears of every swap and of what is wrong.</param>
    /// <exception cref="SchemaException">The first schema can not be built.</exception>
    public ReloadingExecutor(Func<IRequestExecutor> build, IReadOnlyCollection<string> files, ILogger<ReloadingExecutor> log)
    {
        this.build = build;
        this.log = log;
        changes = new FileChanges(files, Reload);
        current = new SchemaGeneration(build(), end.Token);
        changes.Start();
    }

    /// <inheritdoc/>
    public Schema Schema => current.Executor.Schema;

    /// <summary>The schema of requests that begin now.</summary>
    public SchemaGeneration Current => current;

    /// <inheritdoc/>
    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default) =>
        current.Executor.ExecuteAsync(request, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        changes.Dispose();
        end.Dispose();
    }

    private void Reload()
    {
        try
        {
            var executor = build();
            var ended = end;
            end = new CancellationTokenSource();
            current = new SchemaGeneration(executor, end.Token);
            log.LogInformation("The schema has changed; new requests are answered by it.");
            // Not disposed: requests of the schema before may still link themselves to its end.
            ended.Cancel();
        }
        catch (Exception e) when (e is SchemaException or SyntaxException or IOException or UnauthorizedAccessException)
        {
            log.LogError("The schema was changed and can not be used; the one before stays. {Problems}", e.Message);
        }
    }
}
