namespace Oms.Domain.Refusals;

/// <summary>Nobody judges their own work: the author of a proposal and who made its commits do not review it.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Reviewer">Who tried.</param>
public sealed record ReviewOfOwnWork(string Proposal, string Reviewer)
    : Refusal("REVIEW_OF_OWN_WORK", $"{Reviewer} made the proposal {Proposal}, or commits of it, and so can not review it. Ask somebody else.");
