using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using Oms.Domain.Import;
using Oms.Domain.Import.LinkMl;
using Oms.Domain.Refusals;
using YamlDotNet.Core;

namespace Oms.Graph.Import;

/// <summary>
/// Reads LinkML schemas written in YAML, plain or packed with gzip (told by its first two bytes, RFC 1952). Whatever can not be read is
/// refused with the file, the line and what is wrong there.
/// </summary>
internal static class LinkMlReader
{
    /// <summary>Bytes of one file, unpacked.</summary>
    internal const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads one file.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="content">Its bytes, as they are on disk.</param>
    internal static Result<LinkMlFile> Read(string name, Stream content)
    {
        var bytes = ReadBytes(name, content);
        if (!bytes.IsOk)
            return bytes.Refusals;
        if (FirstInvalidByte(bytes.Value.Span) is >= 0 and var position)
            return new ImportFileInvalid(name, LineAt(bytes.Value.Span, position), "these bytes are no UTF-8");
        if (ConflictLine(bytes.Value.Span) is { } conflict)
            return new ImportFileInvalid(name, conflict, "a merge conflict was left unresolved here (a line starts with a conflict marker of git)");
        try
        {
            using var text = new StreamReader(new MemoryStream(bytes.Value.ToArray(), writable: false), Encoding.UTF8);
            return new LinkMlYaml(name, new Parser(new Scanner(text))).Read();
        }
        catch (YamlException fault)
        {
            return Said(name, fault, bytes.Value.Span);
        }
    }

    private static Result<ReadOnlyMemory<byte>> ReadBytes(string name, Stream content)
    {
        using var packed = new MemoryStream();
        if (!Copy(content, packed))
            return TooLarge(name);
        var bytes = packed.GetBuffer().AsMemory(0, (int)packed.Length);
        if (bytes.Span is not [0x1f, 0x8b, ..])
            return (ReadOnlyMemory<byte>)bytes;
        using var unpacked = new MemoryStream();
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
            if (!Copy(gzip, unpacked))
                return TooLarge(name);
        }
        catch (InvalidDataException)
        {
            return new ImportFileInvalid(name, null, "the gzip data is damaged");
        }
        if (!IsWhole(bytes.Span, unpacked.Length))
            return new ImportFileInvalid(name, null, "the gzip data ends too early");
        return (ReadOnlyMemory<byte>)unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }

    private static bool Copy(Stream from, MemoryStream to)
    {
        var buffer = new byte[81_920];
        for (int count; (count = from.Read(buffer)) > 0;)
        {
            if (to.Length + count > MaxBytes)
                return false;
            to.Write(buffer, 0, count);
        }
        return true;
    }

    // A gzip member ends with the length of what it holds (RFC 1952, section 2.3.1); the framework reads a cut file as a short one.
    private static bool IsWhole(ReadOnlySpan<byte> packed, long length) =>
        packed.Length >= 18 && System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(packed[^4..]) == (uint)length;

    private static ImportFileInvalid TooLarge(string name) => new(name, null, $"a file has at most {MaxBytes} bytes, unpacked");

    private static int FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return -1;
        var position = 0;
        while (Rune.DecodeFromUtf8(bytes[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
            position += length;
        return position;
    }

    private static int LineAt(ReadOnlySpan<byte> bytes, int position) => bytes[..position].Count((byte)'\n') + 1;

    private static int? ConflictLine(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            if (bytes[range] is [var first, ..] text && first is (byte)'<' or (byte)'>' && IsMarker(text, first))
                return line;
            line++;
        }
        return null;
    }

    private static bool IsMarker(ReadOnlySpan<byte> line, byte sign) =>
        line.Length >= 7 && line[..7].IndexOfAnyExcept(sign) < 0 && (line.Length == 7 || line[7] is (byte)' ' or (byte)'\r');

    private static ImportFileInvalid Said(string name, YamlException fault, ReadOnlySpan<byte> bytes)
    {
        var last = fault.Message.Contains("tab", StringComparison.Ordinal) ? long.MaxValue : fault.End.Line + 1;
        if (TabLine(bytes, fault.Start.Line, last) is { } tab)
            return new ImportFileInvalid(name, tab, "the line is indented with a tab; YAML takes spaces only");
        return new ImportFileInvalid(name, (int)fault.Start.Line, $"this is no YAML: {fault.Message.Trim().TrimEnd('.')}");
    }

    // Where a tab breaks a mapping the library names the line that the mapping starts at, or one before the tab.
    private static int? TabLine(ReadOnlySpan<byte> bytes, long from, long to)
    {
        var line = 1;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            if (line >= from && line <= to && bytes[range].TrimStart((byte)' ') is [(byte)'\t', _, ..])
                return line;
            line++;
        }
        return null;
    }
}
