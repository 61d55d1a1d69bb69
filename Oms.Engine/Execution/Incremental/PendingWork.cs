namespace Oms.Engine.Execution.Incremental;

/// <summary>What was found to come later while one part of a response was written.</summary>
internal sealed class PendingWork
{
    private readonly List<(long Position, ExecutionGroup Part)> parts = [];
    private readonly List<(long Position, ItemStream Stream)> streams = [];

    /// <summary>The groups that began in the part, each after the one around it.</summary>
    public List<DeliveryGroup> Groups { get; } = [];

    /// <summary>The deferred fields.</summary>
    public IEnumerable<ExecutionGroup> Parts => parts.Select(p => p.Part);

    /// <summary>The lists that go on.</summary>
    public IEnumerable<ItemStream> Streams => streams.Select(s => s.Stream);

    /// <summary>Takes deferred fields in.</summary>
    public void Add(ExecutionGroup part, long position) => parts.Add((position, part));

    /// <summary>Takes a list in.</summary>
    public void Add(ItemStream stream, long position) => streams.Add((position, stream));

    /// <summary>Forgets what belongs to an object or list that became null. Its groups stay, for they may have fields elsewhere.</summary>
    /// <param name="position">Where the object or list began in the buffer.</param>
    public void TruncateTo(long position)
    {
        while (parts.Count > 0 && parts[^1].Position > position)
            parts.RemoveAt(parts.Count - 1);
        while (streams.Count > 0 && streams[^1].Position > position)
        {
            streams[^1].Stream.Items.Stop();
            streams.RemoveAt(streams.Count - 1);
        }
    }
}
