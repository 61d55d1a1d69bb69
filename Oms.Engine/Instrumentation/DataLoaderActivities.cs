using System.Diagnostics;
using Oms.Engine.DataLoader;

namespace Oms.Engine.Instrumentation;

/// <summary>Makes an activity of each batch of a loader.</summary>
internal sealed class DataLoaderActivities : DataLoaderDiagnosticEventListener
{
    /// <inheritdoc/>
    public override IDisposable ExecuteBatch<TKey, TValue>(IDataLoader<TKey, TValue> dataLoader, IReadOnlyList<TKey> keys)
    {
        if (GraphQLTelemetry.Source.StartActivity("GraphQL DataLoader Batch") is not { } activity)
            return EmptyScope;
        return activity.SetTag("graphql.processing.type", "dataloader_batch")
            .SetTag("graphql.dataloader.name", dataLoader.GetType().Name)
            .SetTag("graphql.dataloader.batch.size", keys.Count);
    }

    /// <inheritdoc/>
    public override void BatchError<TKey, TValue>(IDataLoader<TKey, TValue> dataLoader, IReadOnlyList<TKey> keys, Exception error)
    {
        // The one of this batch, which has not ended yet; another one where this was not sampled.
        if (Activity.Current is { OperationName: "GraphQL DataLoader Batch" } activity)
            activity.SetStatus(ActivityStatusCode.Error).SetTag("error.type", error.GetType().FullName);
    }
}
