using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>An answer as it is kept: under the question and the two branches it was given for, and offered wherever the question comes again.</summary>
public sealed record SavedResolution
{
    /// <summary>The kind of document that answers are.</summary>
    public const string DocumentKind = "resolution";

    /// <summary>What to do.</summary>
    public ResolutionChoice Choice { get; init; }

    /// <summary>The value that comes with it.</summary>
    public JsonLiteral? Value { get; init; }

    /// <summary>Who answered.</summary>
    public string By { get; init; } = string.Empty;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Why; empty where nothing was said.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The answer.</summary>
    public Resolution AsResolution() => new(Choice, Value);

    /// <summary>Where answers to a question begin among the documents; nothing sorts before them that starts so.</summary>
    public static string Prefix(string conflict) => conflict + "/";

    /// <summary>The key of an answer given for two branches.</summary>
    public static string Key(string conflict, string into, string from) => $"{Prefix(conflict)}{into} {from}";
}
