namespace Oms.Graph.Registry;

/// <summary>
/// Says that there is news in the logs, and nothing else: who hears it reads the store. Rings that come while nobody waits are kept as one.
/// </summary>
internal sealed class Doorbell
{
    private readonly System.Threading.Lock gate = new();
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the next ring after this was read. Read it, then look for news, then wait for it: no ring is missed.</summary>
    internal Task Next
    {
        get
        {
            lock (gate)
                return next.Task;
        }
    }

    /// <summary>Tells everybody who waits.</summary>
    internal void Ring()
    {
        TaskCompletionSource rung;
        lock (gate)
        {
            rung = next;
            next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        rung.SetResult();
    }
}
