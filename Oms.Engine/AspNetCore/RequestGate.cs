using Microsoft.AspNetCore.Http;
using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.AspNetCore;

/// <summary>
/// Lets so many requests of an endpoint execute at once; the others wait. Clients take turns, so that one who sends much holds back itself.
/// What is more than may wait is refused at once.
/// </summary>
/// <param name="maximum">How many execute.</param>
/// <param name="queueLimit">How many wait.</param>
internal sealed class RequestGate(int maximum, int queueLimit)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource<bool>>> waiters = new(StringComparer.Ordinal);
    private readonly Queue<string> turns = new();
    private int running;
    private int waiting;

    /// <summary>Executes a request when it is its turn.</summary>
    /// <returns>Its result, or a refusal with <see cref="TransportErrorCodes.Overloaded"/>.</returns>
    public ValueTask<IExecutionResult> ExecuteAsync(IRequestExecutor executor, HttpContext context, OperationRequest request, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (running >= maximum)
                return QueueAsync(executor, context, request, cancellationToken);
            running++;
        }

        return RunAsync(executor, request, cancellationToken);
    }

    private ValueTask<IExecutionResult> RunAsync(IRequestExecutor executor, OperationRequest request, CancellationToken cancellationToken)
    {
        ValueTask<IExecutionResult> execution;
        try
        {
            execution = executor.ExecuteAsync(request, cancellationToken);
        }
        catch
        {
            Leave();
            throw;
        }

        if (!execution.IsCompleted)
            return AwaitAsync(execution);
        Leave();
        return execution;
    }

    private async ValueTask<IExecutionResult> AwaitAsync(ValueTask<IExecutionResult> execution)
    {
        try
        {
            return await execution;
        }
        finally
        {
            Leave();
        }
    }

    // Called with the lock held; what is awaited is awaited without it.
    private ValueTask<IExecutionResult> QueueAsync(IRequestExecutor executor, HttpContext context, OperationRequest request, CancellationToken cancellationToken)
    {
        if (waiting >= queueLimit)
            return ValueTask.FromResult<IExecutionResult>(RequestErrorResponse.Create([Overloaded(maximum, queueLimit)]));
        var client = ClientOf(context);
        var turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!waiters.TryGetValue(client, out var own))
        {
            waiters.Add(client, own = new());
            turns.Enqueue(client);
        }

        own.Enqueue(turn);
        waiting++;
        return WaitAsync(turn, executor, context, request, cancellationToken);
    }

    private async ValueTask<IExecutionResult> WaitAsync(
        TaskCompletionSource<bool> turn, IRequestExecutor executor, HttpContext context, OperationRequest request, CancellationToken cancellationToken)
    {
        // A request over HTTP is given no token of its own until something has to wait.
        var left = cancellationToken.CanBeCanceled ? cancellationToken : context.RequestAborted;
        await using (left.Register(() => GiveUp(turn, left)))
            await turn.Task;
        return await RunAsync(executor, request, cancellationToken);
    }

    private void GiveUp(TaskCompletionSource<bool> turn, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (turn.TrySetCanceled(cancellationToken))
                waiting--;
        }
    }

    // Whoever leaves hands its place on, so that nobody overtakes those who wait.
    private void Leave()
    {
        lock (gate)
        {
            while (turns.TryDequeue(out var client))
            {
                var own = waiters[client];
                var next = own.Dequeue();
                if (own.Count > 0)
                    turns.Enqueue(client);
                else
                    waiters.Remove(client);
                if (!next.TrySetResult(true))
                    continue;
                waiting--;
                return;
            }

            running--;
        }
    }

    private static string ClientOf(HttpContext context) =>
        context.User.Identity?.Name ?? context.User.FindFirst("sub")?.Value ?? context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static GraphQLError Overloaded(int maximum, int queueLimit) => ErrorBuilder.New()
        .SetMessage($"The server executes {maximum} requests and {queueLimit} wait already. Try again in a moment.")
        .SetCode(TransportErrorCodes.Overloaded)
        .SetExtension("maxConcurrentRequests", maximum)
        .SetExtension("maxQueuedRequests", queueLimit)
        .Build();
}
