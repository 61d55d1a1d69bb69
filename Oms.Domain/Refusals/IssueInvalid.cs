using System.Collections.Immutable;
using Oms.Domain.Issues;

namespace Oms.Domain.Refusals;

/// <summary>A text that was given as an issue id has none of the accepted forms.</summary>
/// <param name="Issue">The text.</param>
/// <param name="Patterns">The forms that an issue id may have.</param>
public sealed record IssueInvalid(string Issue, ImmutableArray<IssuePattern> Patterns)
    : Refusal("ISSUE_INVALID", $"'{Issue}' is not an issue id. Accepted: {IssuePattern.Describe(Patterns)}.");
