using Oms.Domain.Compatibility;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>Merges one text that people read.</summary>
internal static class TextMerging
{
    /// <summary>The text; null for none.</summary>
    internal static string? Merge(Decider decider, SemanticKind semantic, string? b, string? o, string? t, Place place)
    {
        if (o == t || t == b)
            return o;
        if (o == b)
            return t;
        var question = place.Ask(
            o is null ? ConflictKind.DeleteModify : t is null ? ConflictKind.ModifyDelete : ConflictKind.ModifyModify, semantic, Severity.Error) with
        {
            Base = Json(b), Ours = Json(o), Theirs = Json(t),
        };
        var merged = b is not null && o is not null && t is not null ? TextMerge.Merge(b, o, t) : null;
        var both = o is not null && t is not null ? $"{o}\n{t}" : o ?? t;
        if (merged is not null)
            question = question with { Severity = Severity.Warn, Strategy = "merge_words" };
        question = question with { Options = [new(ResolutionChoice.Both, Json(both))] };
        return (string?)decider.Decide(question.WithSides(), (b, o, t), merged, both, v => Decider.Read(v, typeof(string)));
    }

    private static JsonLiteral? Json(string? text) => text is null ? null : CanonicalJson.Literal(text);
}
