using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.DataLoader;
using Oms.Engine.Response;

namespace Oms.Engine.Execution.Incremental;

/// <summary>
/// Delivers one operation in parts. What is deferred begins when the client has taken the initial response: fields that are awaited all at
/// once, those that are not one after the other, as fast as the client takes them. All writing is done by the one that reads the responses.
/// </summary>
internal sealed class IncrementalDelivery : IAsyncDisposable
{
    // How many items of a list are being resolved, or wait to be delivered, at a time.
    private const int ItemWindow = 64;

    private readonly OperationContext whole;
    private readonly CancellationTokenSource limit;
    private readonly CancellationToken aborted;
    private readonly Func<GraphQLError, GraphQLError> filter;
    private readonly IncrementalDeliveryFormat format;
    private readonly DeliveryGraph graph;
    private readonly BatchDispatcher? loaders;
    private readonly Channel<Action<IncrementalPayload>> resolved = Channel.CreateUnbounded<Action<IncrementalPayload>>(new() { SingleReader = true });
    private readonly Queue<Action<IncrementalPayload>> ready = [];
    private readonly List<ExecutionGroup> awaited = [];
    private readonly List<StreamContinuation> continued = [];
    private readonly HashSet<StreamedItems> opened = [];
    private readonly List<Task> running = [];
    private readonly Lock gate = new();
    private int remainingErrors;
    private OperationResult? initial;
    private bool isDisposed;

    /// <summary>A delivery that has not begun.</summary>
    /// <param name="whole">The execution; its initial part is written with <see cref="Initial"/>.</param>
    /// <param name="timeout">How long all of it may take.</param>
    /// <param name="filter">What every error goes through.</param>
    /// <param name="format">How the parts are told apart.</param>
    /// <param name="aborted">Cancelled when the client is gone.</param>
    public IncrementalDelivery(
        OperationContext whole, TimeSpan timeout, Func<GraphQLError, GraphQLError> filter, IncrementalDeliveryFormat format, CancellationToken aborted)
    {
        this.format = format;
        this.whole = whole;
        this.filter = filter;
        this.aborted = aborted;
        limit = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        limit.CancelAfter(timeout);
        graph = new DeliveryGraph(Execute, Continue);
        loaders = whole.Services.GetService<BatchDispatcher>();
        remainingErrors = whole.Binding.Options.MaxFieldErrors;
    }

    /// <summary>What is found to come later while the initial part is written.</summary>
    public PendingWork Initial { get; } = new();

    /// <summary>Cancelled when the client is gone or the time is over.</summary>
    public CancellationToken Cancellation => limit.Token;

    /// <summary>Whether anything comes after the initial response.</summary>
    public bool HasPending => graph.HasPending;

    /// <summary>Opens the items of a list that is streamed; null when the value is no list.</summary>
    public StreamedItems? Open(object value)
    {
        var items = StreamedItems.Of(value, Cancellation);
        if (items is not null)
            lock (gate)
                opened.Add(items);
        return items;
    }

    /// <summary>Ends the initial response after its errors, when something comes later.</summary>
    public void WriteAfterData(ResponseBuffer body)
    {
        var payload = new IncrementalPayload(format);
        graph.Take(Initial, payload);
        if (graph.HasPending)
            payload.WriteAfterData(body);
        else
            payload.Dispose();
    }

    /// <summary>Keeps the initial response until it is read, or never will be.</summary>
    public void Keep(OperationResult first) => initial = first;

    /// <summary>The responses, the initial one first.</summary>
    public async IAsyncEnumerable<OperationResult> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var end = this;
        using var link = cancellationToken.Register(limit.Cancel);
        var first = initial!;
        initial = null;
        yield return first;
        while (graph.HasPending)
            yield return await NextAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        await limit.CancelAsync();
        // Resolvers use the request's services, which must not go before them.
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var items in opened)
            await items.DisposeAsync();
        if (initial is not null)
            await initial.DisposeAsync();
        limit.Dispose();
    }

    private async ValueTask<OperationResult> NextAsync(CancellationToken cancellationToken)
    {
        var payload = new IncrementalPayload(format);
        try
        {
            await FillAsync(payload);
        }
        catch (Exception) when (limit.IsCancellationRequested)
        {
            if (aborted.IsCancellationRequested || cancellationToken.IsCancellationRequested)
            {
                payload.Dispose();
                throw new OperationCanceledException("The client is gone.", cancellationToken);
            }

            graph.FailAll(filter(new GraphQLError("The request took longer than the execution timeout.") { Code = ErrorCodes.Timeout }), payload);
        }
        catch
        {
            payload.Dispose();
            throw;
        }

        return payload.ToResult(graph.HasPending);
    }

    private async ValueTask FillAsync(IncrementalPayload payload)
    {
        while (!payload.IsFull && graph.HasPending)
        {
            Cancellation.ThrowIfCancellationRequested();
            StartAwaited();
            if (ready.TryDequeue(out var step) || resolved.Reader.TryRead(out step))
                step(payload);
            else if (!payload.IsEmpty)
                return;
            else
                await resolved.Reader.WaitToReadAsync(Cancellation);
        }
    }

    // In one pass, so that what they load is loaded together.
    private void StartAwaited()
    {
        if (awaited.Count + continued.Count == 0)
            return;
        loaders?.BeginPass();
        try
        {
            foreach (var part in awaited)
                running.Add(ResolveAsync(part));
            foreach (var list in continued)
                running.Add(list.RunAsync());
        }
        finally
        {
            loaders?.EndPass();
        }

        awaited.Clear();
        continued.Clear();
    }

    private void Execute(ExecutionGroup part)
    {
        if (part.Fields.HasAsync)
            awaited.Add(part);
        else
            ready.Enqueue(payload => Write(part, whole.ForPart(part.Path), part.Parent, payload));
    }

    private async Task ResolveAsync(ExecutionGroup part)
    {
        var context = whole.ForPart(part.Path);
        try
        {
            var value = await new FieldResolution(context).ResolvePartAsync(part.Fields, part.Parent, part.Path);
            resolved.Writer.TryWrite(payload => Write(part, context, value, payload));
        }
        catch (Exception e)
        {
            resolved.Writer.TryWrite(_ => System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e));
        }
    }

    private void Write(ExecutionGroup part, OperationContext context, object? value, IncrementalPayload payload)
    {
        if (!Array.Exists(part.Groups, group => group.IsOpen))
            return;
        var work = new PendingWork();
        part.Data = new ResponseBuffer();
        var writing = new ResponseWriting(context, part.Data, work, part.Scope);
        part.HasFailed = !IsWritten(context, () => writing.WritePart(part.Fields, value));
        part.Errors = TakeErrors(context, part.HasFailed);
        if (part.HasFailed)
        {
            part.Data.Dispose();
            graph.Fail(part, payload);
        }
        else
        {
            graph.Complete(part, work, payload);
        }
    }

    private static bool IsWritten(OperationContext context, Func<bool> write)
    {
        try
        {
            return write();
        }
        catch (InsufficientExecutionStackException)
        {
            context.Report(RequestErrorResponse.TooDeep);
            return false;
        }
    }

    private void Continue(ItemStream stream)
    {
        var context = whole.ForPart(stream.Path);
        if (stream.Items.AreAtHand && !stream.Item.Binding!.IsUntyped && stream.Item.Children?.HasAsync != true)
            ready.Enqueue(payload => WriteItems(stream, context, payload));
        else
            continued.Add(new StreamContinuation(stream, context, ItemWindow, loaders, resolved.Writer, WriteItem, End));
    }

    // As many as a payload takes; the others stand in line again, behind the parts that are ready too.
    private void WriteItems(ItemStream stream, OperationContext context, IncrementalPayload payload)
    {
        try
        {
            var items = stream.Items;
            while (!payload.IsFull)
            {
                var next = items.MoveNextAsync();
                if (!next.GetAwaiter().GetResult() || !WriteItem(stream, context, items.Current, payload))
                {
                    End(stream, null, payload);
                    return;
                }
            }

            ready.Enqueue(more => WriteItems(stream, context, more));
        }
        catch (Exception e) when (!Cancellation.IsCancellationRequested)
        {
            End(stream, e, payload);
        }
    }

    // False: the item must not be null and is, so the list ends here.
    private bool WriteItem(ItemStream stream, OperationContext context, object? value, IncrementalPayload payload)
    {
        if (stream.Failure is not null)
            return false;
        var work = new PendingWork();
        var writing = new ResponseWriting(context, payload.BeginItem(stream), work);
        if (IsWritten(context, () => writing.WriteItemOf(stream, value)))
        {
            stream.Index++;
            payload.KeepItem(TakeErrors(context, isFailed: false));
            graph.Take(work, payload);
            return true;
        }

        payload.DropItem();
        stream.Failure = TakeErrors(context, isFailed: true)[0];
        stream.Items.Stop();
        return false;
    }

    private void End(ItemStream stream, Exception? failure, IncrementalPayload payload)
    {
        if (failure is not null)
            stream.Failure ??= filter(OperationContext.Located(stream.Item, OperationContext.ErrorsOf(failure)[0], [.. stream.Path]));
        graph.Complete(stream, payload);
        lock (gate)
            opened.Remove(stream.Items);
        // Whoever moved it has ended; an asynchronous end is waited for with the others.
        running.Add(stream.Items.DisposeAsync().AsTask());
    }

    // Of a part that fails only the error that failed it is told: the others belong to data that is not there.
    private ImmutableArray<GraphQLError> TakeErrors(OperationContext context, bool isFailed)
    {
        var found = context.TakeErrors();
        if (isFailed)
            return [filter(found is [.., var last] ? last : new GraphQLError("The part can not be delivered."))];
        if (found.Length > remainingErrors)
            found = found[..remainingErrors];
        remainingErrors -= found.Length;
        return [.. found.Select(filter)];
    }
}
