namespace Oms.Graph.CommandLine;

/// <summary>Text for Markdown.</summary>
internal static class MarkdownText
{
    private static readonly string[] Signs = ["\\", "_", "*", "<", "`", "[", "|"];

    /// <summary>The text on one line, its signs shown as they are.</summary>
    internal static string Escaped(string text)
    {
        foreach (var sign in Signs)
            text = text.Replace(sign, $"\\{sign}", StringComparison.Ordinal);
        return text.ReplaceLineEndings(" ");
    }
}
