using System.Diagnostics.CodeAnalysis;

namespace Oms.Engine.Types;

/// <summary>
/// The name of one element of a schema (spec 3.14): <c>Type</c>, <c>Type.member</c>, <c>Type.field(argument:)</c>, <c>@directive</c> or
/// <c>@directive(argument:)</c>. White space is not allowed anywhere in it.
/// </summary>
/// <param name="Name">The name of the type or directive.</param>
/// <param name="IsDirective">Whether it names a directive or an argument of one.</param>
/// <param name="MemberName">The field, input field or enum value; null when it names none.</param>
/// <param name="ArgumentName">The argument; null when it names none.</param>
public readonly record struct SchemaCoordinate(string Name, bool IsDirective = false, string? MemberName = null, string? ArgumentName = null)
{
    /// <summary>Reads a coordinate.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The coordinate.</returns>
    /// <exception cref="FormatException">The text is no coordinate.</exception>
    public static SchemaCoordinate Parse(string text) =>
        TryParse(text, out var coordinate) ? coordinate.Value : throw new FormatException($"\"{text}\" is no schema coordinate.");

    /// <summary>Reads a coordinate.</summary>
    /// <param name="text">The text.</param>
    /// <param name="coordinate">The coordinate.</param>
    /// <returns>Whether the text is a coordinate.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out SchemaCoordinate? coordinate)
    {
        coordinate = null;
        var isDirective = text is ['@', ..];
        var rest = isDirective ? text[1..] : text;
        if (!TryTakeName(ref rest, out var name))
            return false;
        string? member = null;
        if (!isDirective && rest is ['.', ..])
        {
            rest = rest[1..];
            if (!TryTakeName(ref rest, out member))
                return false;
        }

        string? argument = null;
        if ((isDirective || member is not null) && rest is ['(', ..])
        {
            rest = rest[1..];
            if (!TryTakeName(ref rest, out argument) || rest is not [':', ')', ..])
                return false;
            rest = rest[2..];
        }

        if (!rest.IsEmpty)
            return false;
        coordinate = new SchemaCoordinate(name, isDirective, member, argument);
        return true;
    }

    /// <summary>The coordinate as text.</summary>
    /// <returns>The text that <see cref="Parse"/> reads.</returns>
    public override string ToString() =>
        (IsDirective ? "@" : "") + Name
        + (MemberName is null ? "" : "." + MemberName)
        + (ArgumentName is null ? "" : $"({ArgumentName}:)");

    private static bool TryTakeName(ref ReadOnlySpan<char> text, [NotNullWhen(true)] out string? name)
    {
        var length = 0;
        while (length < text.Length && (text[length] == '_' || char.IsAsciiLetter(text[length]) || (length > 0 && char.IsAsciiDigit(text[length]))))
            length++;
        name = length == 0 ? null : text[..length].ToString();
        text = text[length..];
        return name is not null;
    }
}
