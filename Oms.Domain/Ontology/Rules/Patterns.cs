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
