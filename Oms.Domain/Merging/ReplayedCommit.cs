using Oms.Domain.History;

namespace Oms.Domain.Merging;

/// <summary>What a commit comes to, made anew upon another one.</summary>
/// <param name="Original">The commit as it was made.</param>
/// <param name="Result">What it changes there.</param>
public sealed record ReplayedCommit(CommitRecord Original, MergeResult Result);
