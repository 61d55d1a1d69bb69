using Oms.Engine.Execution;

namespace Oms.Engine.DataLoader;

/// <summary>Collects the parents of fields with batch resolvers, in one request, until the scheduler has the fields resolved together.</summary>
/// <param name="scheduler">The request's scheduler.</param>
internal sealed class ParentBatches(IBatchScheduler scheduler)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(OperationContext, FieldPlan), List<(object? Parent, TaskCompletionSource<object?> Promise)>> open = [];

    /// <summary>Resolves the field of one parent, together with those of others at the same place of the operation.</summary>
    public Task<object?> ResolveAsync(BatchResolver resolver, ResolverContext context)
    {
        // Not RunContinuationsAsynchronously, as with loaders: what goes on asks for what it needs next in the same pass.
        var promise = new TaskCompletionSource<object?>();
        var place = (context.Operation, context.Plan);
        lock (gate)
        {
            if (open.TryGetValue(place, out var waiting))
            {
                waiting.Add((context.Parent, promise));
                return promise.Task;
            }

            open.Add(place, [(context.Parent, promise)]);
        }

        scheduler.Schedule(() => FetchAsync(resolver, context));
        return promise.Task;
    }

    private async Task<Action> FetchAsync(BatchResolver resolver, ResolverContext first)
    {
        var place = (first.Operation, first.Plan);
        List<(object? Parent, TaskCompletionSource<object?> Promise)> batch;
        lock (gate)
            open.Remove(place, out batch!);
        try
        {
            var values = await resolver.ResolveAsync(first, [.. batch.Select(b => b.Parent)]);
            return () =>
            {
                for (var i = 0; i < batch.Count; i++)
                    batch[i].Promise.SetResult(values[i]);
            };
        }
        catch (Exception e)
        {
            // Each of them fails; the request goes on.
            return () => batch.ForEach(b => b.Promise.SetException(e));
        }
    }
}
