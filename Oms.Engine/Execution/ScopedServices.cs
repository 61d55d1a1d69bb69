using Microsoft.Extensions.DependencyInjection;

namespace Oms.Engine.Execution;

/// <summary>A scope of services that is made when the first service is asked for, and ends with its owner.</summary>
/// <param name="parent">Where the scope comes from.</param>
/// <param name="isOfApplication">Whether that is the application that the executor was built in.</param>
/// <param name="aborted">Cancelled when whoever asked has gone away.</param>
internal sealed class ScopedServices(IServiceProvider parent, bool isOfApplication, CancellationToken aborted) : IRequestTransport, IAsyncDisposable
{
    private readonly Lock gate = new();
    private AsyncServiceScope? scope;

    /// <inheritdoc/>
    public IServiceProvider Services
    {
        get
        {
            lock (gate)
                return (scope ??= parent.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope()).ServiceProvider;
        }
    }

    /// <inheritdoc/>
    public bool IsOfApplication => isOfApplication;

    /// <inheritdoc/>
    public CancellationToken Aborted => aborted;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => scope is { } made ? made.DisposeAsync() : ValueTask.CompletedTask;
}
