using Oms.Engine.Execution.Incremental;

namespace Oms.Engine.Execution;

/// <summary>Where a request is answered in parts (<c>@defer</c>, <c>@stream</c>).</summary>
internal sealed partial class RequestExecutor
{
    private async ValueTask<IExecutionResult> ExecuteInPartsAsync(OperationRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        var delivery = new IncrementalDelivery(context, setup.RequestOptions.ExecutionTimeout, Filter, request.IncrementalDeliveryFormat, request.AbortedOr(cancellationToken));
        context.Delivery = delivery;
        context.Cancellation = delivery.Cancellation;
        try
        {
            var initial = await RunAsync(context);
            if (!delivery.HasPending)
                return initial;
            delivery.Keep(initial);
            return new ResponseStream(delivery.ReadAsync, delivery.DisposeAsync) { Kind = ExecutionResultKind.DeferredResult, Operation = context.Plan.Node };
        }
        finally
        {
            if (!delivery.HasPending)
                await delivery.DisposeAsync();
        }
    }
}
