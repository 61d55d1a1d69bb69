using System.Collections.Immutable;
using Oms.Domain.Issues;
using Oms.Domain.Refusals;

namespace Oms.Domain.Proposals;

/// <summary>What people write of a proposal. What is null stays as it is.</summary>
public sealed record ProposalText
{
    private const int MaxWord = 200;

    /// <summary>What it is called, 1 to <see cref="Proposal.MaxTitle"/> characters.</summary>
    public string? Title { get; init; }

    /// <summary>What it is for, at most <see cref="TextLimits.MaxMessage"/> characters.</summary>
    public string? Description { get; init; }

    /// <summary>Who is asked, at most <see cref="Proposal.MaxListed"/>.</summary>
    public ImmutableArray<string>? Reviewers { get; init; }

    /// <summary>Words to find it by, at most <see cref="Proposal.MaxListed"/>.</summary>
    public ImmutableArray<string>? Labels { get; init; }

    /// <summary>The issues that it belongs to.</summary>
    public ImmutableArray<string>? Issues { get; init; }

    internal IEnumerable<Refusal> Refuse(IssuePolicy issues)
    {
        if (Title is not null && TextLimits.Check("title", Title, Proposal.MaxTitle) is { } title)
            yield return title;
        if (Description is not null && TextLimits.CheckOptional("description", Description, TextLimits.MaxMessage - Proposal.MaxTitle - 100) is { } description)
            yield return description;
        foreach (var refusal in RefuseList("reviewers", Reviewers).Concat(RefuseList("labels", Labels)))
            yield return refusal;
        foreach (var refusal in Issues is { } named ? issues.CheckForm(named) : [])
            yield return refusal;
    }

    internal Proposal ApplyTo(Proposal proposal) => proposal with
    {
        Title = Title ?? proposal.Title,
        Description = Description ?? proposal.Description,
        Reviewers = Once(Reviewers) ?? proposal.Reviewers,
        Labels = Once(Labels) ?? proposal.Labels,
        Issues = Once(Issues) ?? proposal.Issues,
    };

    private static ImmutableArray<string>? Once(ImmutableArray<string>? words) => words is { } given ? [.. given.Distinct(StringComparer.Ordinal)] : null;

    private static IEnumerable<Refusal> RefuseList(string field, ImmutableArray<string>? words)
    {
        if (words is not { } given)
            yield break;
        if (given.Length > Proposal.MaxListed)
            yield return new ValueOutOfRange($"number of {field}", 0, Proposal.MaxListed, given.Length) { Path = [field] };
        else
            foreach (var word in given)
                if (TextLimits.Check(field, word, MaxWord) is { } refusal)
                    yield return refusal;
    }
}
