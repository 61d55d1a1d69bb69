using Oms.Domain.Compatibility;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Merging;

/// <summary>Conflicts as sentences in English and Korean.</summary>
internal static class ConflictWords
{
    internal static LocalizedText Of(Question question)
    {
        var subject = question.Subject ?? question.Path.Text;
        var (english, korean) = question.Kind switch
        {
            ConflictKind.Invalid => (question.Detail ?? "A rule is broken.", $"양쪽 변경을 합치면 규칙에 어긋납니다: {question.Detail}"),
            ConflictKind.ModifyDelete => (
                $"Our side changed {subject}, their side deleted it.{Uses(question)}",
                $"우리 쪽은 {subject}을(를) 바꾸었고 상대 쪽은 삭제했습니다.{KoreanUses(question)}"),
            ConflictKind.DeleteModify => (
                $"Our side deleted {subject}, their side changed it.{Uses(question)}",
                $"우리 쪽은 {subject}을(를) 삭제했고 상대 쪽은 바꾸었습니다.{KoreanUses(question)}"),
            ConflictKind.AddAdd when question.IsAlike => ($"Both sides added {subject}, alike.", $"양쪽이 {subject}을(를) 똑같이 추가했습니다."),
            ConflictKind.AddAdd => (
                $"Both sides added {subject}, not alike.", $"양쪽이 {subject}을(를) 서로 다르게 추가했습니다."),
            _ => (
                $"{Capital(subject)} was {Shown(question.Base)}; our side says {Shown(question.Ours)}, their side {Shown(question.Theirs)}.",
                $"{subject}: 원래 {Shown(question.Base)}, 우리 쪽 {Shown(question.Ours)}, 상대 쪽 {Shown(question.Theirs)}."),
        };
        if (question.Strategy is { } strategy && question.Severity < Severity.Error)
            (english, korean) = ($"{english} Settled by {strategy}.", $"{korean} '{strategy}' 방식으로 해결했습니다.");
        return new([new("en", english), new("ko", korean)]);
    }

    private static string Uses(Question question) => question.Consequences.IsEmpty
        ? string.Empty
        : $" {question.Consequences.Select(u => u.By).Distinct().Count()} others refer to it.";

    private static string KoreanUses(Question question) => question.Consequences.IsEmpty
        ? string.Empty
        : $" {question.Consequences.Select(u => u.By).Distinct().Count()}곳에서 참조합니다.";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Shown(JsonLiteral? value) => value is null ? "∅" : Words.Shortened(value.Text);
}
