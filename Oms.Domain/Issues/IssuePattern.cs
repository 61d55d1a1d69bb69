using System.Text.RegularExpressions;

namespace Oms.Domain.Issues;

/// <summary>The form that one provider's issue ids have in text (domain.md 6.8).</summary>
/// <param name="Provider">The provider's name in lower case.</param>
/// <param name="Pattern">A regular expression that the whole id matches; matched in linear time.</param>
/// <param name="Example">An id of this form.</param>
public sealed record IssuePattern(string Provider, string Pattern, string Example)
{
    private readonly Regex regex = new($@"\A(?:{Pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>True when the text is an id of this provider.</summary>
    public bool Matches(string text) => regex.IsMatch(text);

    /// <summary>Equal when provider, pattern and example are.</summary>
    public bool Equals(IssuePattern? other) =>
        other is not null && Provider == other.Provider && Pattern == other.Pattern && Example == other.Example;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Provider, Pattern, Example);

    /// <summary>The forms as a list in words, for a message.</summary>
    internal static string Describe(IEnumerable<IssuePattern> patterns) =>
        string.Join(", ", patterns.Select(p => $"{p.Example} ({p.Provider})"));
}
