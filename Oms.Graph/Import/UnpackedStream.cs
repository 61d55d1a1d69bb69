using System.Buffers.Binary;
using System.IO.Compression;

namespace Oms.Graph.Import;

/// <summary>A file's content as it was before gzip (RFC 1952), where its first two bytes say that it is compressed. Reads no more than <see cref="MaxBytes"/>.</summary>
internal sealed class UnpackedStream : Stream
{
    /// <summary>Bytes that a file has at most, unpacked.</summary>
    internal const long MaxBytes = 64 * 1024 * 1024;

    private const int MinPacked = 18;

    private readonly Stream content;
    private readonly uint? length;
    private long taken;

    private UnpackedStream(Stream content, uint? length)
    {
        this.content = content;
        this.length = length;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => taken; set => throw new NotSupportedException(); }

    /// <summary>Wraps a file that can be sought in, and owns it.</summary>
    internal static UnpackedStream Over(Stream file)
    {
        var isPacked = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return isPacked ? new UnpackedStream(new GZipStream(file, CompressionMode.Decompress), StatedLength(file)) : new UnpackedStream(file, null);
    }

    // The last four bytes say how long the content is (RFC 1952, section 2.3.1): the framework reads a file that was cut off as a short one.
    private static uint StatedLength(Stream file)
    {
        if (file.Length < MinPacked)
            return uint.MaxValue;
        Span<byte> last = stackalloc byte[4];
        file.Position = file.Length - 4;
        file.ReadExactly(last);
        file.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(last);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The compressed bytes are damaged or cut off, or there are more than <see cref="MaxBytes"/>.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = content.Read(buffer, offset, count);
        taken += read;
        if (read == 0 && count > 0 && length is { } stated && stated != taken)
            throw new InvalidDataException("the gzip data ends too early");
        return taken <= MaxBytes ? read : throw new InvalidDataException($"it has more than {MaxBytes} bytes");
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            content.Dispose();
        base.Dispose(disposing);
    }
}
