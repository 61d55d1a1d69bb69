namespace Oms.Benchmarks.Merging;

/// <summary>What became of a merge.</summary>
/// <param name="Id">The case.</param>
/// <param name="TextualConflicts">How many conflicts git found in the files.</param>
/// <param name="Verdict"><c>merged</c>, <c>questions</c> or <c>unreadable</c>.</param>
/// <param name="Reason">Which version could not be read, and why; null where all were.</param>
/// <param name="Questions">How many questions wait for somebody.</param>
/// <param name="Kinds">The questions by semantic kind.</param>
/// <param name="Strategies">What strategies settled, by their names.</param>
/// <param name="IsValid">True when the merged ontology keeps every rule, checked from nothing; null where there is none.</param>
/// <param name="LostEdits">How many edits of one side are neither in the merged ontology nor in a question.</param>
/// <param name="EqualsPeople">True when it says what people committed, whatever the order of lists; null where that can not be read, or there is none.</param>
/// <param name="Milliseconds">How long merging took: the median of a few runs.</param>
/// <param name="Asked">The questions, and what was lost, in words.</param>
/// <param name="Differs">Where what people committed differs from the merged ontology, from theirs to it, in words.</param>
internal sealed record MergeOutcome(
    string Id, int TextualConflicts, string Verdict, string? Reason, int Questions, IReadOnlyDictionary<string, int> Kinds,
    IReadOnlyDictionary<string, int> Strategies, bool? IsValid, int LostEdits, bool? EqualsPeople, double Milliseconds, IReadOnlyList<string> Asked, IReadOnlyList<string> Differs);
