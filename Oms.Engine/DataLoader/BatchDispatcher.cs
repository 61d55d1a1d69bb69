using Oms.Engine.Instrumentation;

namespace Oms.Engine.DataLoader;

/// <summary>
/// The scheduler of one request. While resolvers are being started, or are going on because a batch came back, keys are only collected;
/// when the last of them has nothing left to do but wait, everything collected is fetched in parallel. So a level of the response costs
/// one batch a loader, whatever its width.
/// </summary>
/// <param name="listeners">Hear of each batch.</param>
internal sealed class BatchDispatcher(IEnumerable<DataLoaderDiagnosticEventListener> listeners) : IBatchScheduler
{
    private readonly Lock _gate = new();
    private List<Func<Task<Action>>> _waiting = [];
    private int _passes;
    private bool _isWoken;

    /// <summary>Those who hear of each batch.</summary>
    public DataLoaderDiagnosticEventListener[] Listeners { get; } = listeners as DataLoaderDiagnosticEventListener[] ?? [.. listeners];

    /// <inheritdoc/>
    public void Schedule(Func<Task<Action>> fetch)
    {
        lock (_gate)
        {
            _waiting.Add(fetch);
            if (_passes > 0 || _isWoken)
                return;
            _isWoken = true;
        }

        // A resolver that went on by itself, after waiting for something else. Those behind it in the pool's queue get to ask as well.
        ThreadPool.UnsafeQueueUserWorkItem(static dispatcher => dispatcher.Wake(), this, preferLocal: false);
    }

    /// <summary>Resolvers are about to run one after the other: nothing is fetched until <see cref="EndPass"/>.</summary>
    public void BeginPass()
    {
        lock (_gate)
            _passes++;
    }

    /// <summary>They have all run as far as they can.</summary>
    public void EndPass()
    {
        if (TryEndPass())
            Dispatch();
    }

    private void Wake()
    {
        lock (_gate)
        {
            _isWoken = false;
            if (_passes > 0 || _waiting.Count == 0)
                return;
        }

        Dispatch();
    }

    private bool TryEndPass()
    {
        lock (_gate)
            return --_passes == 0 && _waiting.Count > 0;
    }

    // Goes round instead of calling itself: a resolver may load a thousand times in a row.
    private void Dispatch()
    {
        do
        {
            List<Func<Task<Action>>> batches;
            lock (_gate)
            {
                batches = _waiting;
                _waiting = [];
                _passes++;
            }

            foreach (var fetch in batches)
                _ = RunAsync(fetch);
        }
        while (TryEndPass());
    }

    private async Task RunAsync(Func<Task<Action>> fetch)
    {
        var publish = await fetch();
        BeginPass();
        try
        {
            publish();
        }
        finally
        {
            EndPass();
        }
    }
}
