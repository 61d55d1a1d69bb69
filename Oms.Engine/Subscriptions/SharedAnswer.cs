using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.Subscriptions;

/// <summary>The answer to one event for all who asked the same.</summary>
/// <param name="plan">The operation.</param>
/// <param name="variables">Its variables as they were sent.</param>
internal sealed class SharedAnswer(OperationPlan plan, ReadOnlyMemory<byte> variables)
{
    private readonly TaskCompletionSource<OperationResult?> made = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Framed? framed;

    /// <summary>The response, once it is made; null when it turned out to be for one subscriber only.</summary>
    public ValueTask<OperationResult?> ReadAsync() => made.Task.IsCompletedSuccessfully ? new(made.Task.Result) : new(made.Task);

    /// <summary>Whether it answers this operation with these variables.</summary>
    public bool IsFor(OperationPlan other, ReadOnlySpan<byte> otherVariables) => plan == other && variables.Span.SequenceEqual(otherVariables);

    /// <summary>Gives it to everybody who waits.</summary>
    public void Set(byte[]? json) => made.SetResult(
        json is null ? null : new OperationResult(ResponseBuffer.Over(json), [], isRequestError: false, isDataNull: false) { Shared = this });

    /// <summary>
    /// The answer in a message, made once for all who put the same around it; clients number their operations alike. For others it is made anew.
    /// </summary>
    /// <param name="before">What stands before the answer.</param>
    /// <param name="after">The byte behind it.</param>
    /// <returns>The message.</returns>
    public ReadOnlyMemory<byte> In(byte[] before, byte after)
    {
        if (framed is { } known && known.Before.AsSpan().SequenceEqual(before))
            return known.Message;
        byte[] message = [.. before, .. made.Task.Result!.Body.FirstSpan, after];
        framed ??= new Framed(before, message);
        return message;
    }

    private sealed record Framed(byte[] Before, byte[] Message);
}
