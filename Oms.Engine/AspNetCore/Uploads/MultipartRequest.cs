using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Oms.Engine.Types;

namespace Oms.Engine.AspNetCore.Uploads;

/// <summary>
/// The body of a GraphQL multipart request: <c>operations</c>, <c>map</c>, then the files, read part by part in that order. Files that
/// <c>map</c> does not name are never read. What it holds is given back when it is disposed of.
/// </summary>
/// <param name="request">The HTTP request.</param>
/// <param name="limits">What the body may take.</param>
/// <param name="memory">What all bodies may hold in memory together.</param>
/// <param name="storage">What all files may hold together, in memory and on the disk.</param>
internal sealed class MultipartRequest(HttpRequest request, UploadLimits limits, BodyBudget memory, BodyBudget storage) : IDisposable
{
    private const int MaxBoundaryLength = 70;
    private const int ChunkSize = 64 * 1024;
    private const int LargestInMemory = 16 * 1024;

    private readonly Dictionary<string, UploadedFile> _files = new(StringComparer.Ordinal);
    private long _read;
    private long _stored;
    private long _held;

    /// <summary>The field <c>operations</c>.</summary>
    public ReadOnlyMemory<byte> Operations { get; private set; }

    /// <summary>The paths of each file, by the name of its field.</summary>
    public Dictionary<string, List<string>> Map { get; } = new(StringComparer.Ordinal);

    /// <summary>A file.</summary>
    /// <param name="name">The name of its field.</param>
    public IFile this[string name] => _files[name];

    /// <summary>Whether a request has such a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">Its media type.</param>
    public static bool Is(HttpRequest request, out MediaTypeHeaderValue? type) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the body.</summary>
    /// <param name="type">The media type of the request.</param>
    /// <returns>Why it was refused; null when it was not.</returns>
    public async ValueTask<TransportRefusal?> ReadAsync(MediaTypeHeaderValue type)
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > MaxBoundaryLength)
            return UploadRefusals.Form("The Content-Type must name a boundary of 1 to 70 characters.");
        if (request.ContentLength > limits.MaxRequestSize)
            return TransportRefusal.TooLarge(limits.MaxRequestSize);
        var reader = new MultipartReader(boundary, request.Body);
        return await ReadOperationsAsync(reader) ?? await ReadMapAsync(reader) ?? await ReadFilesAsync(reader);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
        storage.Return(_stored);
        memory.Return(_held);
    }

    private async ValueTask<TransportRefusal?> ReadOperationsAsync(MultipartReader reader)
    {
        var part = await NextAsync(reader);
        if (part.Refusal is not null || part.Section is null)
            return part.Refusal ?? UploadRefusals.NoOperations();
        if (part.Name != "operations")
            return part.Name == "map" || part.IsFile ? UploadRefusals.Misordered(part.Name) : UploadRefusals.NoOperations();
        var (refusal, text) = await ReadTextAsync(part.Section, limits.MaxOperationsSize);
        Operations = text;
        return refusal;
    }

    private async ValueTask<TransportRefusal?> ReadMapAsync(MultipartReader reader)
    {
        var part = await NextAsync(reader);
        if (part.Refusal is not null || part.Section is null)
            return part.Refusal ?? UploadRefusals.NoMap();
        if (part.Name != "map")
            return part.IsFile ? UploadRefusals.Misordered(part.Name) : UploadRefusals.NoMap();
        var (refusal, text) = await ReadTextAsync(part.Section, UploadLimits.MaxMapSize);
        return refusal ?? UploadMap.Read(text.Span, limits.MaxFiles, Map);
    }

    private async ValueTask<TransportRefusal?> ReadFilesAsync(MultipartReader reader)
    {
        while (true)
        {
            var part = await NextAsync(reader);
            if (part.Refusal is not null)
                return part.Refusal;
            if (part.Section is null)
                return Map.Keys.FirstOrDefault(name => !_files.ContainsKey(name)) is { } missing ? UploadRefusals.NoFile(missing) : null;
            if (!Map.ContainsKey(part.Name))
                return UploadRefusals.NoPath(part.Name);
            if (_files.ContainsKey(part.Name))
                return UploadRefusals.Form("A file is sent twice.");
            if (await ReadFileAsync(part) is { } refusal)
                return refusal;
        }
    }

    private async ValueTask<Part> NextAsync(MultipartReader reader)
    {
        try
        {
            if (await reader.ReadNextSectionAsync() is not { } section)
                return new Part(null, "", null, null);
            if (section.GetContentDispositionHeader() is not { } disposition || !disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
                return new Part(null, "", null, UploadRefusals.Form("A part has no Content-Disposition: form-data."));
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
            return new Part(section, name, fileName.HasValue ? fileName.ToString() : null, null);
        }
        catch (Exception e) when (IsMalformed(e))
        {
            return new Part(null, "", null, Malformed());
        }
    }

    private async ValueTask<(TransportRefusal? Refusal, ReadOnlyMemory<byte> Text)> ReadTextAsync(MultipartSection section, int limit)
    {
        var text = new ArrayBufferWriter<byte>();
        while (true)
        {
            var (refusal, count) = await ReadAsync(section, text.GetMemory(ChunkSize));
            if (refusal is not null)
                return (refusal, default);
            if (count == 0)
                return (null, text.WrittenMemory);
            text.Advance(count);
            if (text.WrittenCount > limit)
                return (TransportRefusal.TooLarge(limit), default);
            if (!memory.TryGrow(_held, _held + count))
                return (TransportRefusal.TooManyBodies(memory.Maximum), default);
            _held += count;
        }
    }

    private async ValueTask<TransportRefusal?> ReadFileAsync(Part part)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var (refusal, length) = await FillAsync(part.Section!, chunk);
            if (refusal is not null)
                return refusal;
            var name = NameOf(part.FileName);
            if (length <= LargestInMemory)
                _files[part.Name] = new UploadedFile(name, part.Section!.ContentType, chunk[..length]);
            else
                return await StoreAsync(part, name, chunk, length);
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private async ValueTask<TransportRefusal?> StoreAsync(Part part, string name, byte[] chunk, int length)
    {
        var handle = TemporaryFile.Open();
        var position = 0L;
        try
        {
            while (length > 0)
            {
                await RandomAccess.WriteAsync(handle, chunk.AsMemory(0, length), position);
                position += length;
                (var refusal, length) = await FillAsync(part.Section!, chunk);
                if (refusal is not null)
                    return refusal;
            }

            _files[part.Name] = new UploadedFile(name, part.Section!.ContentType, handle, position);
            return null;
        }
        finally
        {
            if (!_files.ContainsKey(part.Name))
                handle.Dispose();
        }
    }

    private async ValueTask<(TransportRefusal? Refusal, int Count)> FillAsync(MultipartSection section, byte[] chunk)
    {
        var length = 0;
        while (length < chunk.Length)
        {
            var (refusal, count) = await ReadAsync(section, chunk.AsMemory(length));
            if (refusal is not null)
                return (refusal, 0);
            if (count == 0)
                break;
            if (!storage.TryGrow(_stored, _stored + count))
                return (TransportRefusal.TooManyBodies(storage.Maximum), 0);
            _stored += count;
            length += count;
        }

        return (null, length);
    }

    private async ValueTask<(TransportRefusal? Refusal, int Count)> ReadAsync(MultipartSection section, Memory<byte> target)
    {
        try
        {
            var count = await section.Body.ReadAsync(target, request.HttpContext.RequestAborted);
            _read += count;
            return _read > limits.MaxRequestSize ? (TransportRefusal.TooLarge(limits.MaxRequestSize), 0) : (null, count);
        }
        catch (Exception e) when (IsMalformed(e))
        {
            return (Malformed(), 0);
        }
    }

    // How the reader tells of a body that ends too early or has lines too long; a fault of the connection is not the form's.
    private bool IsMalformed(Exception exception) =>
        exception is InvalidDataException || (exception is IOException and not BadHttpRequestException && !request.HttpContext.RequestAborted.IsCancellationRequested);

    private static TransportRefusal Malformed() => UploadRefusals.Form("The body is not valid multipart/form-data.");

    // What a client calls a file may be a path on its machine, or one that is meant to be followed on this one.
    private static string NameOf(string? fileName)
    {
        var name = (fileName ?? "")[((fileName ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        return name is "." or ".." ? "" : string.Concat(name.Where(c => !char.IsControl(c)));
    }

    private readonly record struct Part(MultipartSection? Section, string Name, string? FileName, TransportRefusal? Refusal)
    {
        public bool IsFile => FileName is not null;
    }
}
