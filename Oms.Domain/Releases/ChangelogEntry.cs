using Oms.Domain.Ontology;

namespace Oms.Domain.Releases;

/// <summary>One line of a changelog.</summary>
/// <param name="Sentence">What changed, in English and Korean.</param>
/// <param name="Path">Where: ids for a difference (<see cref="Merging.MergePath"/>), names for what breaks; null for the whole.</param>
/// <param name="Rule">The rule that finds the break; null for a difference.</param>
public sealed record ChangelogEntry(LocalizedText Sentence, string? Path, string? Rule);
