using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Oms.Engine.Nodes;

/// <summary>
/// Ids in Hot Chocolate's default format: <c>Type:id</c> as base64 of the URL-safe alphabet, padded. Numbers are written as digits, a <see cref="Guid"/> as its
/// sixteen bytes. Ids without padding and of the ordinary alphabet are read as well.
/// </summary>
public sealed class DefaultNodeIdSerializer : INodeIdSerializer
{
    private const int MaxIdLength = 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public string Format(string typeName, object internalId)
    {
        ArgumentException.ThrowIfNullOrEmpty(typeName);
        ArgumentNullException.ThrowIfNull(internalId);
        byte[] bytes = internalId is Guid guid
            ? [.. Encoding.UTF8.GetBytes(typeName), (byte)':', .. guid.ToByteArray()]
            : Encoding.UTF8.GetBytes($"{typeName}:{TextOf(internalId)}");
        return Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
    }

    /// <inheritdoc/>
    public bool TryParse(string formattedId, Func<string, Type?> runtimeTypeOf, out NodeId id)
    {
        ArgumentNullException.ThrowIfNull(formattedId);
        ArgumentNullException.ThrowIfNull(runtimeTypeOf);
        id = default;
        if (formattedId.Length > MaxIdLength || !TryDecode(formattedId, out var bytes))
            return false;
        var separator = Array.IndexOf(bytes, (byte)':');
        if (separator <= 0 || !TryText(bytes.AsSpan(0, separator), out var typeName) || !TryValue(bytes.AsSpan(separator + 1), runtimeTypeOf(typeName) ?? typeof(string), out var value))
            return false;
        id = new NodeId(typeName, value);
        return true;
    }

    /// <inheritdoc/>
    public bool IsSupported(Type runtimeType) =>
        runtimeType == typeof(string) || runtimeType == typeof(int) || runtimeType == typeof(long) || runtimeType == typeof(short) || runtimeType == typeof(Guid);

    private static string TextOf(object internalId) => internalId switch
    {
        string text => text,
        int or long or short => ((IFormattable)internalId).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{internalId.GetType().Name} can not be made a global id; register an INodeIdSerializer that can."),
    };

    private static bool TryDecode(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var plain = text.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        // Base64 lets white space pass; an id has one form only.
        if (text.Length - plain.Length > 2 || plain.AsSpan().ContainsAny(" \t\r\n") || !Base64Url.IsValid(plain))
            return false;
        var decoded = new byte[Base64Url.GetMaxDecodedLength(plain.Length)];
        if (Base64Url.DecodeFromChars(plain, decoded, out _, out var length) != OperationStatus.Done)
            return false;
        bytes = decoded[..length];
        return true;
    }

    private static bool TryText(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = StrictUtf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }

    private static bool TryValue(ReadOnlySpan<byte> bytes, Type type, [NotNullWhen(true)] out object? value)
    {
        value = null;
        if (type == typeof(Guid))
            value = bytes.Length == 16 ? new Guid(bytes) : null;
        else if (type == typeof(string))
            value = TryText(bytes, out var text) ? text : null;
        else if (type == typeof(int) && int.TryParse(bytes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            value = number;
        else if (type == typeof(long) && long.TryParse(bytes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large))
            value = large;
        else if (type == typeof(short) && short.TryParse(bytes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small))
            value = small;
        return value is not null;
    }
}
