using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.History;

namespace Oms.Domain.Releases;

/// <summary>
/// A version (semver.org 2.0.0, without build metadata, which has no place in the order): three numbers from 0 to 999999 without leading zeros,
/// and for one that only leads to such a version a hyphen and its identifiers, of <see cref="MaxPreRelease"/> characters at most.
/// </summary>
[JsonConverter(typeof(TextIdConverter<SemanticVersion>))]
public readonly record struct SemanticVersion : ITextId<SemanticVersion>, IComparable<SemanticVersion>
{
    /// <summary>What a line of releases begins with where nothing else is asked for.</summary>
    public static readonly SemanticVersion First = new(1, 0, 0);

    /// <summary>The longest <see cref="PreRelease"/>, in characters.</summary>
    public const int MaxPreRelease = 64;

    private const int MaxDigits = 6;
    private const int MaxPart = 999_999;

    private readonly string? preRelease;

    private SemanticVersion(int major, int minor, int patch, string? preRelease = null) =>
        (Major, Minor, Patch, this.preRelease) = (major, minor, patch, preRelease);

    /// <summary>Rises when something breaks.</summary>
    public int Major { get; }

    /// <summary>Rises when there is more to use; below major version 1 also when something breaks.</summary>
    public int Minor { get; }

    /// <summary>Rises when nothing changes that a program can notice.</summary>
    public int Patch { get; }

    /// <summary>The identifiers after the hyphen, for example <c>rc.1</c>; empty for a version that is not a pre-release.</summary>
    public string PreRelease => preRelease ?? string.Empty;

    /// <summary>True for a version that only leads to <see cref="Core"/> and promises nothing (semver.org, item 9).</summary>
    public bool IsPreRelease => preRelease is not null;

    /// <summary>The version without <see cref="PreRelease"/>: what a pre-release leads to, and any other version itself.</summary>
    public SemanticVersion Core => new(Major, Minor, Patch);

    /// <summary>The version as it is written, for example <c>1.4.0</c> or <c>2.0.0-rc.1</c>.</summary>
    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}{Suffix}");

    /// <summary>The version as the key of a document. The order of keys is that of versions but for pre-releases.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Major:D6}.{Minor:D6}.{Patch:D6}{Suffix}");

    private string Suffix => preRelease is null ? string.Empty : "-" + preRelease;

    /// <summary>Reads a version that came from outside; false when it has not the form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SemanticVersion version)
    {
        version = default;
        if (text is null)
            return false;
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        var preRelease = hyphen < 0 ? null : text[(hyphen + 1)..];
        if (text[..(hyphen < 0 ? text.Length : hyphen)].Split('.', 4) is not [var major, var minor, var patch])
            return false;
        if (Number(major) is not { } first || Number(minor) is not { } second || Number(patch) is not { } third)
            return false;
        if (preRelease is not null && !ArePreRelease(preRelease))
            return false;
        version = new SemanticVersion(first, second, third, preRelease);
        return true;
    }

    /// <summary>Takes a text that this system wrote itself.</summary>
    public static SemanticVersion Trusted(string text) => TryParse(text, out var version) ? version : throw new FormatException($"'{text}' is no version");

    /// <summary>
    /// The version after a change. Below major version 1 nothing is promised (semver.org, item 4), so that what breaks raises the minor part.
    /// A part that can not rise raises the one before it; the greatest version of all stays what it is.
    /// </summary>
    public SemanticVersion After(VersionStep step) => step switch
    {
        VersionStep.None => this,
        VersionStep.Patch when Patch < MaxPart => new(Major, Minor, Patch + 1),
        VersionStep.Patch or VersionStep.Minor when Minor < MaxPart => new(Major, Minor + 1, 0),
        VersionStep.Major when Major == 0 && Minor < MaxPart => new(Major, Minor + 1, 0),
        _ => Major < MaxPart ? new(Major + 1, 0, 0) : this,
    };

    /// <summary>
    /// The pre-release that follows those there are: <paramref name="identifiers"/> with the next number after them, <c>rc.1</c> before <c>rc.2</c>.
    /// Null when the identifiers have not the form.
    /// </summary>
    /// <param name="identifiers">The identifiers without a number, for example <c>rc</c>.</param>
    /// <param name="taken">The versions there are.</param>
    public SemanticVersion? NextPreRelease(string identifiers, IEnumerable<SemanticVersion> taken)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        var (core, start) = (Core, identifiers + ".");
        var last = taken.Where(t => t.Core == core && t.PreRelease.StartsWith(start, StringComparison.Ordinal))
            .Select(t => Number(t.PreRelease[start.Length..])).Max() ?? 0;
        return TryParse(string.Create(CultureInfo.InvariantCulture, $"{core.Value}-{start}{last + 1}"), out var next) ? next : null;
    }

    /// <summary>
    /// The order of semver.org, item 11: numbers by value, identifiers of digits below others, fewer identifiers below more, and a pre-release below
    /// what it leads to.
    /// </summary>
    public int CompareTo(SemanticVersion other)
    {
        var core = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (core != 0 || preRelease == other.preRelease)
            return core;
        if (preRelease is null || other.preRelease is null)
            return preRelease is null ? 1 : -1;
        var (mine, theirs) = (preRelease.Split('.'), other.preRelease.Split('.'));
        for (var i = 0; i < Math.Min(mine.Length, theirs.Length); i++)
            if (CompareIdentifiers(mine[i], theirs[i]) is not 0 and var order)
                return order;
        return mine.Length.CompareTo(theirs.Length);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    // Without leading zeros the longer of two numbers is the greater, however many digits they have.
    private static int CompareIdentifiers(string one, string other) => (one.All(char.IsAsciiDigit), other.All(char.IsAsciiDigit)) switch
    {
        (true, true) when one.Length != other.Length => one.Length.CompareTo(other.Length),
        (true, false) => -1,
        (false, true) => 1,
        _ => Math.Sign(string.CompareOrdinal(one, other)),
    };

    private static bool ArePreRelease(string text) => text.Length <= MaxPreRelease && text.Split('.').All(IsIdentifier);

    private static bool IsIdentifier(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !(text.Length > 1 && text[0] == '0' && text.All(char.IsAsciiDigit));

    private static int? Number(string text) =>
        text.Length is 0 or > MaxDigits || (text.Length > 1 && text[0] == '0') || !text.All(char.IsAsciiDigit)
            ? null
            : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
