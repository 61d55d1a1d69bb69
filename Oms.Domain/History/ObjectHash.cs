using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Oms.Domain.History;

/// <summary>
/// The name of a stored object: the SHA-256 of its bytes, written as 64 lower-case hexadecimal digits. Equal hash means equal
/// content. Also the id of a commit, since a commit is an object.
/// </summary>
[JsonConverter(typeof(TextIdConverter<ObjectHash>))]
public readonly record struct ObjectHash : ITextId<ObjectHash>, IComparable<ObjectHash>
{
    // Kept by each thread, which is faster than one for each hash: most that is hashed is short.
    [ThreadStatic]
    private static IncrementalHash? hasher;

    private readonly string? value;

    private ObjectHash(string value) => this.value = value;

    /// <summary>The 64 hexadecimal digits; empty for the default value.</summary>
    public string Value => value ?? string.Empty;

    /// <summary>True for the default value, which names no object.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(value);

    /// <summary>The first 12 digits, for display only.</summary>
    public string Short => Value.Length >= 12 ? Value[..12] : Value;

    /// <summary>The hash of these bytes.</summary>
    public static ObjectHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        Digest(bytes, digest);
        return new ObjectHash(Convert.ToHexStringLower(digest));
    }

    /// <summary>The SHA-256 of these bytes.</summary>
    internal static void Digest(ReadOnlySpan<byte> bytes, Span<byte> digest)
    {
        hasher ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hasher.AppendData(bytes);
        hasher.GetHashAndReset(digest);
    }

    /// <summary>Reads a hash that came from outside; false when it is not 64 lower-case hexadecimal digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ObjectHash hash)
    {
        hash = new ObjectHash(text ?? string.Empty);
        return text is { Length: 64 } && text.AsSpan().IndexOfAnyExcept("0123456789abcdef") < 0;
    }

    /// <summary>Takes a text that this system wrote itself, unchecked.</summary>
    public static ObjectHash Trusted(string text) => new(text);

    /// <inheritdoc/>
    public int CompareTo(ObjectHash other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
