namespace Oms.Domain.Refusals;

/// <summary>There is no review of this reviewer that could be taken back.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Reviewer">Who would take it back.</param>
public sealed record ReviewNotFound(string Proposal, string Reviewer)
    : Refusal("REVIEW_NOT_FOUND", $"{Reviewer} has no review of {Proposal} that could be taken back.");
