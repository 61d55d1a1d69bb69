using System.Globalization;
using System.Text.RegularExpressions;

namespace Oms.Engine.Binding;

/// <summary>The name of a topic in which <c>{argument}</c> stands for the value of an argument.</summary>
internal sealed partial class TopicTemplate(string text)
{
    /// <summary>The arguments it names.</summary>
    public IEnumerable<string> Arguments => Placeholder().Matches(text).Select(match => match.Groups[1].Value);

    /// <summary>The topic for these arguments.</summary>
    /// <param name="arguments">The field's arguments; one that is missing or null leaves nothing in its place.</param>
    /// <returns>The topic's name.</returns>
    public string For(IReadOnlyDictionary<string, object?> arguments) =>
        Placeholder().Replace(text, match => Convert.ToString(arguments.GetValueOrDefault(match.Groups[1].Value), CultureInfo.InvariantCulture) ?? "");

    [GeneratedRegex(@"\{([_A-Za-z][_0-9A-Za-z]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
