namespace Oms.Domain.Refusals;

/// <summary>Two sides meet in places that somebody has to decide.</summary>
/// <param name="Branch">The branch that would be written.</param>
/// <param name="Conflicts">How many questions are open; the report of the same answer has them.</param>
public sealed record MergeConflicts(string Branch, int Conflicts) : Refusal(
    "MERGE_CONFLICTS",
    $"{Conflicts} {(Conflicts == 1 ? "question" : "questions")} must be answered before '{Branch}' can take this in. Each conflict in the report lists its answers; save them with resolveConflict, or send them along.");
