using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.Subscriptions;

/// <summary>The answer to one event for all who asked the same.</summary>
/// <param name="plan">The operation.</param>
/// <param name="variables">Its variables as they were sent.</param>
internal sealed class SharedAnswer(OperationPlan plan, ReadOnlyMemory<byte> variables)
{
    private readonly TaskCompletionSource<byte[]?> made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The response, once it is made; null when it turned out to be for one subscriber only.</summary>
    public ValueTask<OperationResult?> ReadAsync() => made.Task.IsCompletedSuccessfully ? new(ResultOf(made.Task.Result)) : WaitAsync();

    /// <summary>Whether it answers this operation with these variables.</summary>
    public bool IsFor(OperationPlan other, ReadOnlySpan<byte> otherVariables) => plan == other && variables.Span.SequenceEqual(otherVariables);

    /// <summary>Gives it to everybody who waits.</summary>
    public void Set(byte[]? json) => made.SetResult(json);

    private async ValueTask<OperationResult?> WaitAsync() => ResultOf(await made.Task);

    private static OperationResult? ResultOf(byte[]? json) =>
        json is null ? null : new OperationResult(ResponseBuffer.Over(json), [], isRequestError: false, isDataNull: false);
}
