using System.Security.Cryptography;
using System.Text;
using Oms.Domain.Ontology;

namespace Oms.Domain.Import;

/// <summary>
/// Ids that follow from the address a definition was imported from, so that the next release of a vocabulary meets the elements of the last
/// one, whatever they are called by then: the kind's prefix and the first 20 hexadecimal digits of the SHA-256 of the address in UTF-8.
/// </summary>
public static class StableIds
{
    private const int Digits = 20;
    private const string MemberPrefix = "m-";

    /// <summary>The id of an element.</summary>
    /// <param name="kind">The kind of element; one address may give elements of several kinds.</param>
    /// <param name="address">The address; where one address gives several elements of a kind, something that tells them apart after it.</param>
    public static ElementId Element(ElementKind kind, string address) => ElementId.Trusted(ElementId.PrefixOf(kind) + Digest(address));

    /// <summary>The id of a member.</summary>
    /// <param name="address">The address of the member's definition.</param>
    /// <param name="owner">The element it stands in.</param>
    public static MemberId Member(string address, ElementId owner) => MemberId.Trusted(MemberPrefix + Digest($"{address}\n{owner}"));

    /// <summary>True when an element's id has the form that imports give.</summary>
    public static bool IsStable(ElementId id) => id.Kind is { } kind && IsDigest(id.Value.AsSpan(ElementId.PrefixOf(kind).Length));

    /// <summary>True when a member's id has the form that imports give.</summary>
    public static bool IsStable(MemberId id) => IsStableMember(id.Value);

    internal static bool IsStableMember(string id) => id.StartsWith(MemberPrefix, StringComparison.Ordinal) && IsDigest(id.AsSpan(MemberPrefix.Length));

    private static bool IsDigest(ReadOnlySpan<char> text) => text.Length == Digits && text.IndexOfAnyExcept("0123456789abcdef") < 0;

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
