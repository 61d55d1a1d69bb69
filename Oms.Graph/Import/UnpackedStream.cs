using System.IO.Compression;

namespace Oms.Graph.Import;

/// <summary>A file's content as it was before gzip (RFC 1952), where its first two bytes say that it is compressed. Reads no more than <see cref="MaxBytes"/>.</summary>
internal sealed class UnpackedStream : Stream
{
    /// <summary>Bytes that a file has at most, unpacked.</summary>
    internal const long MaxBytes = 64 * 1024 * 1024;

    private readonly Stream content;
    private long taken;

    private UnpackedStream(Stream content) => this.content = content;

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
        return new UnpackedStream(isPacked ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The compressed bytes are damaged or cut off, or there are more than <see cref="MaxBytes"/>.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = content.Read(buffer, offset, count);
        taken += read;
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
