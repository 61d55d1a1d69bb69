using System.Buffers.Text;
using System.Text;
using Oms.Graph.Connections;

namespace Oms.Graph.Nodes;

/// <summary>
/// A global id (GraphQL global object identification): base64url of the type's name and what finds the object, joined by line breaks.
/// Ids of elements and members name the version they were read at, so that a cache keyed by them never mixes versions: a branch's name
/// for its head, or <c>@</c> and a commit's id.
/// </summary>
/// <param name="Type">The GraphQL type.</param>
/// <param name="Parts">What finds the object.</param>
internal readonly record struct GlobalId(string Type, string[] Parts)
{
    // A type's name, a branch's name or commit id, two stable ids.
    private const int MaxEncodedLength = 512;

    /// <summary>The id of an object that is found by one text.</summary>
    internal static string Of(string type, string part) => Encode([type, part]);

    /// <summary>The id of an element at a version.</summary>
    internal static string Of(string type, string version, string element) => Encode([type, version, element]);

    /// <summary>The id of a member at a version.</summary>
    internal static string Of(string type, string version, string element, string member) => Encode([type, version, element, member]);

    /// <summary>Reads an id that came from outside; false where it has not the form. Whether the type exists is not looked at.</summary>
    internal static bool TryParse(string text, out GlobalId id)
    {
        id = default;
        if (text.Length is 0 or > MaxEncodedLength || !Cursor.TryDecode(text, out var decoded))
            return false;
        var parts = decoded.Split('\n');
        if (parts.Length is < 2 or > 4 || Array.IndexOf(parts, string.Empty) >= 0)
            return false;
        id = new(parts[0], parts[1..]);
        return true;
    }

    // Lists ask for an id of each item: the parts go straight into the bytes, and no text of them is made.
    private static string Encode(ReadOnlySpan<string> parts)
    {
        Span<byte> bytes = stackalloc byte[MaxEncodedLength];
        var length = 0;
        foreach (var part in parts)
        {
            if (length > 0)
                bytes[length++] = (byte)'\n';
            length += Encoding.UTF8.GetBytes(part, bytes[length..]);
        }

        return Base64Url.EncodeToString(bytes[..length]);
    }
}
