namespace Oms.Samples.Funnel;

/// <summary>How the indexer tells the registry what it does.</summary>
internal interface IReports : IAsyncDisposable
{
    /// <summary>Begins; what is read is frozen from then on.</summary>
    Task StartAsync(string reason);

    /// <summary>Says how far it is, 0 to 100; a sign of life too.</summary>
    Task ProgressAsync(int percent, string message);

    /// <summary>Ends it well.</summary>
    Task CompleteAsync(string commit, long records, long sizeBytes);

    /// <summary>Ends it badly.</summary>
    Task FailAsync(string message);
}
