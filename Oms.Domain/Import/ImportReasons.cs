using Oms.Domain.Ontology;

namespace Oms.Domain.Import;

/// <summary>
/// The reasons under which an import deprecates. A deprecation that was not made by an import has another reason, and no import ends it.
/// </summary>
public static class ImportReasons
{
    /// <summary>It was imported once, and the release that is imported now has it no more.</summary>
    public const string Vanished = "No longer in the vocabulary that it was imported from.";

    private const string SupersededBy = "Superseded by ";
    private const string AsPublished = "As published: ";

    /// <summary>The vocabulary names something else to be used instead.</summary>
    /// <param name="names">What to use, by name; at least one.</param>
    public static string Superseded(IEnumerable<string> names) => $"{SupersededBy}{string.Join(", ", names)}.";

    /// <summary>The file deprecates it and says why.</summary>
    /// <param name="reason">Why, in the file's words.</param>
    public static string Stated(string reason) => AsPublished + reason;

    /// <summary>True when an import made this deprecation, so that an import may end it.</summary>
    public static bool IsOwn(Deprecation deprecation) => IsOwn(deprecation.Reason);

    internal static bool IsOwn(string reason) => reason == Vanished || reason.StartsWith(SupersededBy, StringComparison.Ordinal)
        || reason.StartsWith(AsPublished, StringComparison.Ordinal);
}
