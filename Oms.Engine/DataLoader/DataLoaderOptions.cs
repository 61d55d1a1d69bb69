namespace Oms.Engine.DataLoader;

/// <summary>How a loader collects keys.</summary>
public sealed class DataLoaderOptions
{
    /// <summary>How many keys are fetched at once; 1024 by default. More keys make more batches, which are fetched in parallel.</summary>
    public int MaxBatchSize { get; set; } = 1024;
}
