using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.History;

namespace Oms.Domain.Releases;

/// <summary>
/// A version of three numbers (semver.org 2.0.0, without pre-release and build parts): each 0 to 999999 without leading zeros.
/// </summary>
[JsonConverter(typeof(TextIdConverter<SemanticVersion>))]
public readonly record struct SemanticVersion : ITextId<SemanticVersion>, IComparable<SemanticVersion>
{
    /// <summary>What a line of releases begins with where nothing else is asked for.</summary>
    public static readonly SemanticVersion First = new(1, 0, 0);

    private const int MaxDigits = 6;

    private SemanticVersion(int major, int minor, int patch) => (Major, Minor, Patch) = (major, minor, patch);

    /// <summary>Rises when something breaks.</summary>
    public int Major { get; }

    /// <summary>Rises when there is more to use; below major version 1 also when something breaks.</summary>
    public int Minor { get; }

    /// <summary>Rises when nothing changes that a program can notice.</summary>
    public int Patch { get; }

    /// <summary>The version as it is written, for example <c>1.4.0</c>.</summary>
    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    /// <summary>The version as a key whose ordinal order is the order of versions.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Major:D6}.{Minor:D6}.{Patch:D6}");

    /// <summary>Reads a version that came from outside; false when it has not the form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SemanticVersion version)
    {
        version = default;
        if (text?.Split('.', 4) is not [var major, var minor, var patch])
            return false;
        if (Number(major) is not { } first || Number(minor) is not { } second || Number(patch) is not { } third)
            return false;
        version = new SemanticVersion(first, second, third);
        return true;
    }

    /// <summary>Takes a text that this system wrote itself.</summary>
    public static SemanticVersion Trusted(string text) => TryParse(text, out var version) ? version : throw new FormatException($"'{text}' is no version");

    /// <summary>
    /// The version after a change. Below major version 1 nothing is promised (semver.org, item 4), so that what breaks raises the minor part.
    /// </summary>
    public SemanticVersion After(VersionStep step) => step switch
    {
        VersionStep.None => this,
        VersionStep.Patch => new(Major, Minor, Patch + 1),
        VersionStep.Major when Major > 0 => new(Major + 1, 0, 0),
        _ => new(Major, Minor + 1, 0),
    };

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static int? Number(string text) =>
        text.Length is 0 or > MaxDigits || (text.Length > 1 && text[0] == '0') || !text.All(char.IsAsciiDigit)
            ? null
            : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
