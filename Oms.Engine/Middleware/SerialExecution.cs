using System.Runtime.CompilerServices;
using Oms.Engine.Execution;

namespace Oms.Engine.Middleware;

/// <summary>Lets resolvers of one request run one after the other.</summary>
internal static class SerialExecution
{
    // Beside the state of requests, not in it: nearly all of them have no use for it.
    private static readonly ConditionalWeakTable<OperationState, SemaphoreSlim> Turns = [];

    /// <summary>Waits for its turn.</summary>
    public static FieldDelegate Middleware(FieldDelegate next) => async context =>
    {
        var turn = Turns.GetValue(((MiddlewareContext)context).Resolver.Operation.State, static _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(context.RequestAborted);
        try
        {
            await next(context);
        }
        finally
        {
            turn.Release();
        }
    };
}
