using Spectre.Console;

namespace Oms.Graph.CommandLine;

/// <summary>Writes lines for people: in colours on a terminal, plain where the output goes into a file or a program, or <c>NO_COLOR</c> is set.</summary>
/// <param name="output">Where to.</param>
/// <param name="hasColours">True to write colours.</param>
internal sealed class Terminal(TextWriter output, bool hasColours)
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["red"] = "31", ["green"] = "32", ["yellow"] = "33", ["cyan"] = "36", ["dim"] = "2", ["bold"] = "1",
    };

    /// <summary>Standard output.</summary>
    internal static Terminal Output { get; } = new(
        Console.Out,
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && AnsiConsole.Profile.Capabilities.Ansi);

    /// <summary>A text in a colour: red, green, yellow, cyan, dim or bold.</summary>
    internal string In(string colour, string text) => hasColours ? $"\e[{Codes[colour]}m{text}\e[0m" : text;

    /// <summary>One line.</summary>
    internal void Line(string text = "") => output.WriteLine(text);

    /// <summary>A text from the registry without line breaks and control characters, cut to a length.</summary>
    internal static string Clean(string text, int length = int.MaxValue)
    {
        var line = new string([.. text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? '\ufffd' : c)]);
        return line.Length <= length ? line : $"{line.AsSpan(0, length - 1)}…";
    }
}
