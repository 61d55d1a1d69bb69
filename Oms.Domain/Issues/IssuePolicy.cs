using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.Refusals;

namespace Oms.Domain.Issues;

/// <summary>When a change must name an issue, and what an issue id looks like (domain.md 6.8).</summary>
public sealed record IssuePolicy
{
    /// <summary>Issues that one change may name.</summary>
    public const int MaxIssues = 20;

    /// <summary>Asked for on every branch but those for trying things out; every known provider accepted.</summary>
    public static readonly IssuePolicy Default = new();

    /// <summary>True when a change of content must name an issue.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Starts of branch names under which none is asked for.</summary>
    public ImmutableArray<string> ExemptPrefixes { get; init; } = ["sandbox/", "experiment/", "personal/"];

    /// <summary>The forms that are accepted; the first that fits names the provider.</summary>
    public ImmutableArray<IssuePattern> Patterns { get; init; } = IssuePatterns.All;

    /// <summary>The form that an id has; null when it has none that is accepted.</summary>
    public IssuePattern? PatternOf(string issue) => Patterns.FirstOrDefault(p => p.Matches(issue));

    /// <summary>True when no issue is asked for on this branch.</summary>
    public bool IsExempt(BranchName branch) =>
        !Required || ExemptPrefixes.Any(p => branch.Value.StartsWith(p, StringComparison.Ordinal));

    /// <summary>What is wrong with the issues that a change of content names; empty when nothing is.</summary>
    public IEnumerable<Refusal> Check(BranchName branch, ImmutableArray<string> issues)
    {
        if (issues.IsEmpty && !IsExempt(branch))
            yield return new IssueRequired(branch.Value, Patterns, ExemptPrefixes) { Path = ["issues"] };
        foreach (var refusal in CheckForm(issues))
            yield return refusal;
    }

    /// <summary>What is wrong with the form of issues that were named freely; empty when nothing is.</summary>
    public IEnumerable<Refusal> CheckForm(ImmutableArray<string> issues)
    {
        if (issues.Length > MaxIssues)
        {
            yield return new ValueOutOfRange("number of issues", 0, MaxIssues, issues.Length) { Path = ["issues"] };
            yield break;
        }

        for (var i = 0; i < issues.Length; i++)
            if (PatternOf(issues[i]) is null)
                yield return new IssueInvalid(Shorten(issues[i]), Patterns) { Path = ["issues", i.ToString(System.Globalization.CultureInfo.InvariantCulture)] };
    }

    private static string Shorten(string text) => text.Length <= 100 ? text : $"{text.AsSpan(0, 99)}…";
}
