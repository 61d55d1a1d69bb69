using System.Text;

namespace Oms.Domain.Import.Rdf;

/// <summary>Reads N-Triples (RDF 1.1 N-Triples) line by line, in memory that does not grow with the file.</summary>
public static class NTriplesReader
{
    /// <summary>Bytes that one line has at most.</summary>
    public const int MaxLine = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads a file to its end, or to the first line that is wrong.</summary>
    /// <param name="content">Its bytes, UTF-8; a stream that unpacks them says what is wrong by <see cref="InvalidDataException"/>.</param>
    /// <param name="file">Its name, for the refusal.</param>
    /// <param name="take">Is given each statement.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Why it can not be read; null when it was read whole.</returns>
    public static ImportFileInvalid? Read(Stream content, string file, Action<Triple> take, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var (filled, number) = (0, 0);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int read;
            try
            {
                read = content.Read(buffer, filled, buffer.Length - filled);
            }
            catch (InvalidDataException e)
            {
                return new ImportFileInvalid(file, number + 1, $"from here on it can not be unpacked: {e.Message.TrimEnd('.')}");
            }

            filled += read;
            var start = 0;
            for (var end = buffer.AsSpan(0, filled).IndexOf((byte)'\n'); end >= 0; end = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n'))
            {
                if (Take(buffer.AsSpan(start, end), file, ++number, take) is { } refusal)
                    return refusal;
                start += end + 1;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (read == 0)
                return filled == 0 ? null : Take(buffer.AsSpan(0, filled), file, number + 1, take);
            if (filled < buffer.Length)
                continue;
            if (buffer.Length >= MaxLine)
                return new ImportFileInvalid(file, number + 1, $"a line has more than {MaxLine} bytes");
            Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    private static ImportFileInvalid? Take(ReadOnlySpan<byte> bytes, string file, int number, Action<Triple> take)
    {
        if (number == 1 && bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (bytes.EndsWith("\r"u8))
            bytes = bytes[..^1];
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return new ImportFileInvalid(file, number, "these bytes are no UTF-8");
        }

        if (NTriplesLine.Read(text, number, out var triple) is { } fault)
            return new ImportFileInvalid(file, number, fault);
        if (triple is not null)
            take(triple);
        return null;
    }
}
