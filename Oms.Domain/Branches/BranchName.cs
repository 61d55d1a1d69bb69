using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Oms.Domain.History;

namespace Oms.Domain.Branches;

/// <summary>
/// The name of a branch (appendix A): 1 to 100 characters; parts of lower-case letters, digits and hyphens joined by slashes, each
/// part starting with a letter or digit. Names that start with an underscore are reserved; <c>master</c> is refused.
/// </summary>
[JsonConverter(typeof(TextIdConverter<BranchName>))]
public readonly record struct BranchName : ITextId<BranchName>, IComparable<BranchName>
{
    /// <summary>The branch that every registry starts with.</summary>
    public static readonly BranchName Main = new("main");

    private readonly string? value;

    private BranchName(string value) => this.value = value;

    /// <summary>The name; empty for the default value.</summary>
    public string Value => value ?? string.Empty;

    /// <summary>Reads a name that came from outside; false when it has not the form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BranchName name)
    {
        name = new BranchName(text ?? string.Empty);
        return text is { Length: >= 1 and <= 100 } && text != "master" && text.Split('/').All(IsPart);
    }

    /// <summary>Takes a text that this system wrote itself, unchecked.</summary>
    public static BranchName Trusted(string text) => new(text);

    /// <inheritdoc/>
    public int CompareTo(BranchName other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsPart(string part) =>
        part.Length > 0 && part[0] != '-' && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
