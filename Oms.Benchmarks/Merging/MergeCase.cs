using System.Text.Json.Serialization;

namespace Oms.Benchmarks.Merging;

/// <summary>One merge that people made, as <c>cases.json</c> has it. The four versions name files <c>blobs/ID.gz</c>.</summary>
internal sealed record MergeCase(
    string Id, string Format, string File, string Base, string Ours, string Theirs,
    [property: JsonPropertyName("merged_by_people")] string? MergedByPeople,
    [property: JsonPropertyName("textual_conflicts")] int TextualConflicts);
