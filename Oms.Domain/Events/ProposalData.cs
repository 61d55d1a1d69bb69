using Oms.Domain.Proposals;

namespace Oms.Domain.Events;

/// <summary>The data of the proposal events.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Source">The branch that is to be merged.</param>
/// <param name="Target">The branch that it is to be merged into.</param>
/// <param name="Author">Who made it.</param>
/// <param name="Change">What happened to it.</param>
/// <param name="From">Its status before.</param>
/// <param name="Status">Its status now.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Content">The hash of its content; null where it was not looked at.</param>
/// <param name="Reason">In the actor's words; null where nothing was said.</param>
public sealed record ProposalData(
    string Id,
    string Title,
    string Source,
    string Target,
    string Author,
    ProposalChangeKind Change,
    ProposalStatus From,
    ProposalStatus Status,
    string Actor,
    string? Content,
    string? Reason)
{
    /// <summary>The thread that something was said in; null for what else happens.</summary>
    public string? Thread { get; init; }
}
