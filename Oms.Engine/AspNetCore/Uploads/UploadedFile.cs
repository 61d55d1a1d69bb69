using Microsoft.Win32.SafeHandles;
using Oms.Engine.Types;

namespace Oms.Engine.AspNetCore.Uploads;

/// <summary>A file of a multipart request: in memory where it is small, otherwise in a temporary file that has no name.</summary>
internal sealed class UploadedFile : IFile, IDisposable
{
    private readonly byte[]? _bytes;
    private readonly SafeFileHandle? _handle;
    private readonly long _length;
    private bool _isReleased;

    public UploadedFile(string name, string? contentType, byte[] bytes)
    {
        (Name, ContentType, _bytes, _length) = (name, contentType, bytes, bytes.Length);
    }

    public UploadedFile(string name, string? contentType, SafeFileHandle handle, long length)
    {
        (Name, ContentType, _handle, _length) = (name, contentType, handle, length);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public long? Length => _length;

    /// <inheritdoc/>
    public string? ContentType { get; }

    /// <inheritdoc/>
    public Stream OpenReadStream()
    {
        ObjectDisposedException.ThrowIf(_isReleased, this);
        return _bytes is not null ? new MemoryStream(_bytes, writable: false) : new HandleStream(_handle!, _length);
    }

    /// <inheritdoc/>
    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken = default)
    {
        await using var source = OpenReadStream();
        await source.CopyToAsync(target, cancellationToken);
    }

    /// <summary>Gives back what it takes on the disk.</summary>
    public void Dispose()
    {
        _isReleased = true;
        _handle?.Dispose();
    }
}
