using System.Text.RegularExpressions;

namespace Oms.Domain.Ontology.Rules;

/// <summary>
/// Patterns compiled for matching in linear time: no back references, no look-around. Compiled once for each commit.
/// </summary>
internal sealed class Patterns
{
    private readonly Dictionary<string, Regex?> compiled = new(StringComparer.Ordinal);

    /// <summary>The pattern for whole texts; null when it is none, or not linear.</summary>
    internal Regex? Compile(string pattern)
    {
        if (!compiled.TryGetValue(pattern, out var regex))
            compiled[pattern] = regex = Make(pattern);
        return regex;
    }

    /// <summary>
    /// True when the whole text matches, or the pattern is none (which is told where it stands). Linear time times a large pattern over a
    /// large text can still be long: what takes more than a second counts as no match.
    /// </summary>
    internal bool IsMatch(string pattern, string text)
    {
        try
        {
            return Compile(pattern)?.IsMatch(text) ?? true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex? Make(string pattern)
    {
        try
        {
            // On its own first: what closes a group it did not open would escape from the brackets.
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
