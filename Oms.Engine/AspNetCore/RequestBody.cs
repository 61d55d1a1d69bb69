using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Oms.Engine.AspNetCore;

/// <summary>A request's whole body in one piece: the server's own memory when it came in one, pooled memory otherwise.</summary>
internal readonly struct RequestBody
{
    private readonly PipeReader _reader;
    private readonly ReadOnlySequence<byte> _sequence;
    private readonly byte[]? _rented;
    private readonly BodyBudget? _budget;

    private RequestBody(TransportRefusal refusal)
    {
        Refusal = refusal;
        _reader = null!;
    }

    private RequestBody(PipeReader reader, ReadOnlySequence<byte> sequence, BodyBudget budget)
    {
        _reader = reader;
        _sequence = sequence;
        _budget = budget;
        if (sequence.IsSingleSegment)
        {
            Memory = sequence.First;
            return;
        }

        var length = (int)sequence.Length;
        _rented = ArrayPool<byte>.Shared.Rent(length);
        sequence.CopyTo(_rented);
        Memory = _rented.AsMemory(0, length);
    }

    /// <summary>Why there is no body to execute; null when there is one.</summary>
    public TransportRefusal? Refusal { get; }

    public ReadOnlyMemory<byte> Memory { get; }

    /// <summary>Reads the body to its end or until it is too long.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The largest body in bytes.</param>
    /// <param name="budget">What all bodies may hold together.</param>
    /// <returns>The body, to be released, or a refusal.</returns>
    public static async ValueTask<RequestBody> ReadAsync(HttpRequest request, int limit, BodyBudget budget)
    {
        if (request.ContentLength > limit)
            return new RequestBody(TransportRefusal.TooLarge(limit));
        var reader = request.BodyReader;
        long held = 0;
        try
        {
            while (true)
            {
                // No token: reading ends with an exception when the client goes away, and asking for one would make it for every request.
                var read = await reader.ReadAsync();
                var length = read.Buffer.Length;
                if (length > limit || !budget.TryGrow(held, length))
                {
                    reader.AdvanceTo(read.Buffer.End);
                    return new RequestBody(length > limit ? TransportRefusal.TooLarge(limit) : TransportRefusal.TooManyBodies(budget.Maximum));
                }

                held = length;
                if (read.IsCompleted)
                {
                    // Given back with the body.
                    held = 0;
                    return new RequestBody(reader, read.Buffer, budget);
                }

                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        finally
        {
            budget.Return(held);
        }
    }

    public void Release()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
        _budget!.Return(_sequence.Length);
        _reader.AdvanceTo(_sequence.End);
    }
}
