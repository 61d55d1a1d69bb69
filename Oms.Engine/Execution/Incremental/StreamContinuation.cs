using System.Threading.Channels;
using Oms.Engine.DataLoader;

namespace Oms.Engine.Execution.Incremental;

/// <summary>Resolves the items of a list that have to be awaited, a bounded number ahead of the client, and hands them on in their order.</summary>
internal sealed class StreamContinuation(
    ItemStream stream,
    OperationContext context,
    int window,
    BatchDispatcher? loaders,
    ChannelWriter<Action<IncrementalPayload>> resolved,
    Func<ItemStream, OperationContext, object?, IncrementalPayload, bool> write,
    Action<ItemStream, Exception?, IncrementalPayload> end)
{
    private readonly SemaphoreSlim free = new(window, window);
    private readonly FieldResolution resolution = new(context);
    private int index = stream.Index;
    private Task handedOn = Task.CompletedTask;
    private bool isAtEnd;

    /// <summary>Goes on until the list ends, fails, or is not wanted any more.</summary>
    public async Task RunAsync()
    {
        Exception? failure = null;
        try
        {
            while (await StartNextAsync())
            {
            }

            await handedOn;
        }
        catch (Exception e)
        {
            failure = e;
        }

        // Only an end of everything makes it fail; what was handed on before still goes first.
        await handedOn.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        resolved.TryWrite(payload => end(stream, stream.Items.IsStopped ? null : failure, payload));
    }

    // What can be had without waiting is started in one pass, so that what its items load is loaded together.
    private async ValueTask<bool> StartNextAsync()
    {
        await free.WaitAsync(context.Cancellation);
        var next = stream.Items.MoveNextAsync();
        if (!await next || stream.Items.IsStopped)
            return false;
        loaders?.BeginPass();
        try
        {
            do
            {
                Start(stream.Items.Current);
            }
            while (stream.Items.AreAtHand && free.Wait(0) && MoveAtHand());
        }
        finally
        {
            loaders?.EndPass();
        }

        return !isAtEnd;
    }

    private bool MoveAtHand()
    {
        isAtEnd = !stream.Items.MoveNextAsync().GetAwaiter().GetResult();
        return !isAtEnd;
    }

    private void Start(object? item) => handedOn = HandOnAsync(handedOn, resolution.ResolveItemAsync(stream, item, index++));

    private async Task HandOnAsync(Task before, ValueTask<object?> pending)
    {
        object? value;
        try
        {
            value = await pending;
        }
        finally
        {
            await before;
        }

        resolved.TryWrite(payload =>
        {
            free.Release();
            write(stream, context, value, payload);
        });
    }
}
