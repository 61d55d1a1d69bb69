namespace Oms.Domain.Refusals;

/// <summary>The proposal has no thread of this id.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Thread">The id that was given.</param>
public sealed record ThreadNotFound(string Proposal, string Thread)
    : Refusal("THREAD_NOT_FOUND", $"{Proposal} has no thread '{Thread}'. Its field threads lists those that there are.");
