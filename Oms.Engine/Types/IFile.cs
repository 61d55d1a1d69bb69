namespace Oms.Engine.Types;

/// <summary>
/// A file that a client sent along with a request: what a resolver gets for an argument of the scalar <c>Upload</c>. It is released when the
/// request has been answered; whoever needs it longer copies it.
/// </summary>
public interface IFile
{
    /// <summary>
    /// The name the client gave it, without directories (RFC 7578, section 4.2); possibly empty. It is the client's text: no path of the server
    /// may be made of it.
    /// </summary>
    public string Name { get; }

    /// <summary>Its length in bytes; null when that is not known.</summary>
    public long? Length { get; }

    /// <summary>The media type the client says it has; null when it says none. Nothing has looked whether that is so.</summary>
    public string? ContentType { get; }

    /// <summary>Opens the file for reading from its start; may be called more than once, and the streams are independent of each other.</summary>
    /// <returns>A stream that can seek, to be disposed of by the caller.</returns>
    /// <exception cref="ObjectDisposedException">The request has been answered already.</exception>
    public Stream OpenReadStream();

    /// <summary>Copies the file.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    /// <returns>A task.</returns>
    public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default);
}
