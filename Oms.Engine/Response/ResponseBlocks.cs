using System.Buffers;
using System.Collections.Concurrent;

namespace Oms.Engine.Response;

/// <summary>
/// The memory that responses are written into. Large blocks have a pool of their own: the shared one keeps too few of them for a handful of
/// large responses at a time, and what it does not keep is made and collected again and again.
/// </summary>
internal static class ResponseBlocks
{
    /// <summary>The size of the largest block, unless one value needs more.</summary>
    public const int LargestSize = 256 * 1024;

    // 48 MB, kept for the life of the process once that much was in use at the same time.
    private const int MaxKept = 192;

    private static readonly ConcurrentQueue<byte[]> Kept = new();
    private static int count;

    /// <summary>A block.</summary>
    /// <param name="size">The least it has to hold.</param>
    public static byte[] Rent(int size)
    {
        if (size is <= LargestSize / 2 or > LargestSize)
            return ArrayPool<byte>.Shared.Rent(size);
        if (!Kept.TryDequeue(out var block))
            return GC.AllocateUninitializedArray<byte>(LargestSize);
        Interlocked.Decrement(ref count);
        return block;
    }

    /// <summary>Gives a block back.</summary>
    public static void Return(byte[] block)
    {
        if (block.Length != LargestSize)
        {
            ArrayPool<byte>.Shared.Return(block);
            return;
        }

        if (Interlocked.Increment(ref count) <= MaxKept)
            Kept.Enqueue(block);
        else
            Interlocked.Decrement(ref count);
    }
}
