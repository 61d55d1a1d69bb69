using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Oms.Engine.Execution;

namespace Oms.Engine.Configuration;

/// <summary>Builds the schema when the host starts, so that a fault in it stops the start, and does what was asked to be done before the first request.</summary>
/// <param name="setup">Whether, and what.</param>
/// <param name="services">The application's services.</param>
internal sealed class SchemaWarmup(SchemaSetup setup, IServiceProvider services) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (setup.SchemaOptions.LazyInitialization && setup.WarmupTasks.Count == 0)
            return;
        var executor = services.GetRequiredService<IRequestExecutor>();
        foreach (var task in setup.WarmupTasks)
            await task(executor, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
