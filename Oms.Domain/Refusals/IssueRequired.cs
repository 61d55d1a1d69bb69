using System.Collections.Immutable;
using Oms.Domain.Issues;

namespace Oms.Domain.Refusals;

/// <summary>A change of content names no issue, and the branch is not exempt (domain.md 6.8).</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Patterns">The forms that an issue id may have.</param>
/// <param name="ExemptPrefixes">Starts of branch names under which no issue is asked for.</param>
public sealed record IssueRequired(string Branch, ImmutableArray<IssuePattern> Patterns, ImmutableArray<string> ExemptPrefixes)
    : Refusal(
        "ISSUE_REQUIRED",
        $"A change on '{Branch}' must name the issue it belongs to. Accepted: {IssuePattern.Describe(Patterns)}. " +
        (ExemptPrefixes.IsEmpty ? "No branch is exempt." : $"Branches that start with {string.Join(", ", ExemptPrefixes)} are exempt."));
