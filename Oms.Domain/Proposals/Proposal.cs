using System.Collections.Immutable;
using Oms.Domain.Audit;
using Oms.Domain.Branches;

namespace Oms.Domain.Proposals;

/// <summary>A proposal to merge one branch into another (domain.md 3.8): who asks, who agreed to which content, and what became of it.</summary>
public sealed record Proposal
{
    /// <summary>The kind of document that proposals are.</summary>
    public const string DocumentKind = "proposal";

    /// <summary>Reviews, reviewers, labels that one proposal has at most.</summary>
    public const int MaxListed = 100;

    /// <summary>Characters of a title, at most.</summary>
    public const int MaxTitle = 200;

    /// <summary>The identity, <c>pr-</c> and 32 digits; later ones sort after earlier ones. The key of the document.</summary>
    public required string Id { get; init; }

    /// <summary>Rises by one with every change; the version of the document.</summary>
    public long Version { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>What it is for; it becomes the message of the merge with the title.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>The branch that is to be merged.</summary>
    public BranchName Source { get; init; }

    /// <summary>The branch that it is to be merged into.</summary>
    public BranchName Target { get; init; }

    /// <summary>Where it stands.</summary>
    public ProposalStatus Status { get; init; }

    /// <summary>Who made it.</summary>
    public string Author { get; init; } = string.Empty;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it changed last.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Who is asked to look at it; anybody with the right may.</summary>
    public ImmutableArray<string> Reviewers { get; init; } = [];

    /// <summary>Words to find it by.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The issues that it belongs to; the merge names them.</summary>
    public ImmutableArray<string> Issues { get; init; } = [];

    /// <summary>What was said, one for each reviewer, in the order of time.</summary>
    public ImmutableArray<Review> Reviews { get; init; } = [];

    /// <summary>The checks that somebody had carried out again, as they came out then.</summary>
    public ImmutableArray<CheckResult> Checks { get; init; } = [];

    /// <summary>Its place in the merge queue; null while it has none.</summary>
    public QueueEntry? Queue { get; init; }

    /// <summary>The emergency override that was asked for last; null where none was.</summary>
    public EmergencyOverride? Override { get; init; }

    /// <summary>Who rejected or closed it; null while nobody did.</summary>
    public string? EndedBy { get; init; }

    /// <summary>Why it was rejected or closed; null while it was not.</summary>
    public string? EndReason { get; init; }

    /// <summary>How it was merged; null while it is not.</summary>
    public ProposalMerge? Merge { get; init; }

    /// <summary>True while its status can still lead to a merge.</summary>
    public bool IsAlive() => ProposalTransitions.IsAlive(Status);

    /// <summary>True for what has the form of an id.</summary>
    public static bool HasIdForm(string text) => text.Length == 35 && text.StartsWith("pr-", StringComparison.Ordinal);

    internal RefusedAttempt Attempt(string verb) => new(TargetTypes.Proposal, Id, verb) { Branch = Target.Value, Issues = Issues };
}
