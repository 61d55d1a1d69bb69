using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Oms.Engine.Response;

/// <summary>
/// A response while it is written: pooled blocks of UTF-8 that never move, and can be cut back to an earlier position when a null has
/// to take the place of what was written since.
/// </summary>
internal sealed class ResponseBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstBlockSize = 4 * 1024;

    // What is written asks for a little more room than it takes.
    private const int Slack = 512;

    // Finished blocks; the block being written is held apart so that the hot path touches no list.
    private List<Block>? _finished;
    private byte[] _current;
    private int _written;
    private long _finishedLength;
    private readonly bool _isShared;

    /// <summary>A buffer.</summary>
    /// <param name="expectedLength">How long the response is likely to be; the first block has room for it, up to the size of the largest block.</param>
    public ResponseBuffer(long expectedLength = 0) =>
        _current = ResponseBlocks.Rent((int)Math.Clamp(expectedLength + Slack, FirstBlockSize, ResponseBlocks.LargestSize));

    private ResponseBuffer(byte[] shared)
    {
        _current = shared;
        _written = shared.Length;
        _isShared = true;
    }

    private readonly record struct Block(byte[] Bytes, int Length);

    /// <summary>How many bytes have been written.</summary>
    public long Position
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _finishedLength + _written;
    }

    public long Length => Position;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (_current.Length - _written < sizeHint || _written == _current.Length)
            NextBlock(sizeHint);
        return _current.AsSpan(_written);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GetSpan(sizeHint);
        return _current.AsMemory(_written);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(int count)
    {
        Debug.Assert(count >= 0 && count <= _current.Length - _written);
        _written += count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        if (_written == _current.Length)
            NextBlock(1);
        _current[_written++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_current.Length - _written < bytes.Length)
        {
            WriteAcrossBlocks(bytes);
            return;
        }

        bytes.CopyTo(_current.AsSpan(_written));
        _written += bytes.Length;
    }

    /// <summary>Writes a name, with what stands before it and the colon behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteName(ResponseName name)
    {
        CopyName(ref MemoryMarshal.GetReference(GetSpan(name.Padded.Length)), name);
        _written += name.Length;
    }

    /// <summary>Copies a name in whole vectors; there has to be room for <see cref="ResponseName.Padded"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyName(ref byte target, ResponseName name)
    {
        var bytes = name.Padded;
        ref var source = ref MemoryMarshal.GetArrayDataReference(bytes);
        for (nuint at = 0; at < (nuint)bytes.Length; at += ResponseName.Unit)
            Vector128.LoadUnsafe(ref source, at).StoreUnsafe(ref target, at);
    }

    /// <summary>A buffer that holds what was written elsewhere, and to which nothing can be added.</summary>
    /// <param name="bytes">What was written; it belongs to others too, so that disposing the buffer does nothing.</param>
    public static ResponseBuffer Over(byte[] bytes) => new(bytes);

    /// <summary>Forgets everything written after a position.</summary>
    /// <param name="position">An earlier <see cref="Position"/>.</param>
    public void TruncateTo(long position)
    {
        Debug.Assert(position >= 0 && position <= Position);
        while (position < _finishedLength)
        {
            ResponseBlocks.Return(_current);
            var last = _finished![^1];
            _finished.RemoveAt(_finished.Count - 1);
            _current = last.Bytes;
            _finishedLength -= last.Length;
        }

        _written = (int)(position - _finishedLength);
    }

    public ReadOnlySequence<byte> AsSequence()
    {
        if (_finished is not { Count: > 0 })
            return new ReadOnlySequence<byte>(_current, 0, _written);
        var first = new Segment(_finished[0].Bytes.AsMemory(0, _finished[0].Length), 0);
        var last = first;
        for (var i = 1; i < _finished.Count; i++)
            last = last.Append(_finished[i].Bytes.AsMemory(0, _finished[i].Length));
        last = last.Append(_current.AsMemory(0, _written));
        return new ReadOnlySequence<byte>(first, 0, last, _written);
    }

    /// <summary>What was written since a position.</summary>
    /// <param name="position">An earlier <see cref="Position"/>.</param>
    public byte[] ToArray(long position) => AsSequence().Slice(position).ToArray();

    public void CopyTo(IBufferWriter<byte> output)
    {
        foreach (var block in _finished ?? [])
            output.Write(block.Bytes.AsSpan(0, block.Length));
        output.Write(_current.AsSpan(0, _written));
    }

    public override string ToString() => Encoding.UTF8.GetString(AsSequence());

    public void Dispose()
    {
        if (_isShared)
            return;
        foreach (var block in _finished ?? [])
            ResponseBlocks.Return(block.Bytes);
        _finished = null;
        if (_current.Length > 0)
            ResponseBlocks.Return(_current);
        _current = [];
        _written = 0;
        _finishedLength = 0;
    }

    private void WriteAcrossBlocks(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var span = GetSpan(1);
            var count = Math.Min(span.Length, bytes.Length);
            bytes[..count].CopyTo(span);
            _written += count;
            bytes = bytes[count..];
        }
    }

    private void NextBlock(int sizeHint)
    {
        if (_written > 0)
        {
            (_finished ??= []).Add(new Block(_current, _written));
            _finishedLength += _written;
        }
        else if (_current.Length > 0)
        {
            ResponseBlocks.Return(_current);
        }

        _current = ResponseBlocks.Rent(Math.Max(sizeHint, Math.Min(Math.Max(_current.Length * 4, FirstBlockSize), ResponseBlocks.LargestSize)));
        _written = 0;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long runningIndex)
        {
            Memory = memory;
            RunningIndex = runningIndex;
        }

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
