using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oms.Graph.CommandLine;

/// <summary>
/// A version as it is named at a terminal: a branch, a release, a commit by its id or the first 4 or more digits of it, a moment of <c>main</c>, or
/// <c>BRANCH@MOMENT</c>. Where a branch is named like a release or the digits of a commit, the branch is meant.
/// </summary>
/// <param name="Branch">The branch.</param>
/// <param name="At">The version of it, as the contract's input <c>VersionInput</c>; null for the head.</param>
internal sealed record Reference(
    [property: JsonPropertyName("branch")] string Branch,
    [property: JsonPropertyName("at"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? At)
{
    internal const string Explained = "a branch, a release, a commit's id or its first digits, a moment such as 2026-03-01T09:30Z, or BRANCH@MOMENT";

    private const string Lookup = "query ($text: String!) { branch(name: $text) { name } release(version: $text) { version } }";

    /// <summary>Reads what somebody typed.</summary>
    /// <exception cref="CommandFailedException">It names no version.</exception>
    internal static async Task<Reference> ReadAsync(RegistrySession registry, string text, CancellationToken cancellationToken)
    {
        if (text.IndexOf('@', StringComparison.Ordinal) is var at and > 0)
            return Of(text[..at], "time", Moment(text[(at + 1)..]) ?? throw Unknown(text));
        if (Moment(text) is { } time)
            return Of("main", "time", time);
        var found = await registry.AskAsync(Lookup, new { text }, cancellationToken);
        if (found.GetProperty("branch").ValueKind != JsonValueKind.Null)
            return new Reference(text, null);
        if (found.GetProperty("release").ValueKind != JsonValueKind.Null)
            return Of("main", "release", text);
        return text.All(char.IsAsciiHexDigit) ? Of("main", "commit", text) : throw Unknown(text);
    }

    private static Reference Of(string branch, string how, string which) => new(branch, new Dictionary<string, string> { [how] = which });

    private static string? Moment(string text) =>
        text.Length >= 10 && char.IsAsciiDigit(text[0]) && text[4] == '-'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
            : null;

    private static CommandFailedException Unknown(string text) => new(ExitCode.Usage, $"'{text}' names no version; give {Explained}");
}
