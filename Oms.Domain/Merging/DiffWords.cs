using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Merging;

/// <summary>Differences as sentences in English and Korean.</summary>
internal static class DiffWords
{
    internal static LocalizedText Of(DiffOperation operation, string subject, JsonLiteral? before, JsonLiteral? after)
    {
        var whole = $"{char.ToUpperInvariant(subject[0])}{subject[1..]}";
        var (english, korean) = operation switch
        {
            DiffOperation.Add => ($"{whole} was added.", $"{subject}: 추가되었습니다."),
            DiffOperation.Delete => ($"{whole} was removed.", $"{subject}: 삭제되었습니다."),
            DiffOperation.Move => (
                $"{whole} moved from {Shown(before)} to {Shown(after)}.", $"{subject}: {Shown(before)}에서 {Shown(after)}(으)로 옮겨졌습니다."),
            DiffOperation.Rename => (
                $"{whole} was renamed from {Shown(before)} to {Shown(after)}.", $"{subject}: 이름이 {Shown(before)}에서 {Shown(after)}(으)로 바뀌었습니다."),
            _ => ($"{whole} changed from {Shown(before)} to {Shown(after)}.", $"{subject}: {Shown(before)}에서 {Shown(after)}(으)로 바뀌었습니다."),
        };
        return new([new("en", english), new("ko", korean)]);
    }

    private static string Shown(JsonLiteral? value) => value is null ? "∅" : Words.Shortened(value.Text);
}
