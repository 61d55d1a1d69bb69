namespace Oms.Graph.Registry;

/// <summary>
/// Lets the writers of one place (a branch, a document) in this process queue up, so that they do not overtake and repeat each other. Only for speed: what is
/// right is held by the store's compare-and-swap. A fixed number of gates, so that made-up names cost nothing.
/// </summary>
internal sealed class WriteGates
{
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the gate of a place; dispose what is returned to leave it.</summary>
    internal async ValueTask<IDisposable> EnterAsync(string place, CancellationToken cancellationToken)
    {
        var gate = gates[(uint)string.GetHashCode(place, StringComparison.Ordinal) % (uint)gates.Length];
        await gate.WaitAsync(cancellationToken);
        return new Pass(gate);
    }

    private sealed class Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
