using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Oms.Engine.PersistedOperations;

/// <summary>
/// The id of a document: 1 to 128 letters, digits, <c>-</c> and <c>_</c>, so that it can be part of a path, a key or an address as it is. The
/// id of a document that a client brings along is its SHA-256 in 64 lower-case hexadecimal digits; a leading <c>sha256:</c> is left off.
/// </summary>
public readonly record struct OperationDocumentId
{
    private const int MaxLength = 128;
    private const string Prefix = "sha256:";

    private OperationDocumentId(string value)
    {
        Value = value;
    }

    /// <summary>The id.</summary>
    public string Value { get; }

    /// <summary>The id of a document by its content.</summary>
    /// <param name="document">The document as UTF-8.</param>
    /// <returns>The id.</returns>
    public static OperationDocumentId Of(ReadOnlySpan<byte> document) => new(Convert.ToHexStringLower(SHA256.HashData(document)));

    /// <summary>Reads an id.</summary>
    /// <param name="text">What a client sent.</param>
    /// <param name="id">The id.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out OperationDocumentId id)
    {
        id = default;
        if (text is null)
            return false;
        var value = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        if (value.Length is 0 or > MaxLength || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return false;
        id = new OperationDocumentId(value);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
