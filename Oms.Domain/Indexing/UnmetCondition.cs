namespace Oms.Domain.Indexing;

/// <summary>Why a branch is not merged by itself.</summary>
/// <param name="Condition">What does not hold.</param>
/// <param name="Reason">Why, a sentence.</param>
public sealed record UnmetCondition(AutoMergeCondition Condition, string Reason);
