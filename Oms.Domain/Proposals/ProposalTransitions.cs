using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Oms.Domain.Proposals;

/// <summary>
/// The one table of what leads from which status to which (domain.md 3.8). Where two are named, the rules of the target decide: a proposal is
/// approved exactly while they are met.
/// </summary>
public static class ProposalTransitions
{
    private static readonly ImmutableArray<ProposalStatus> ByRules = [ProposalStatus.Open, ProposalStatus.Approved];

    private static readonly FrozenDictionary<(ProposalStatus, ProposalVerb), ImmutableArray<ProposalStatus>> Table =
        new Dictionary<(ProposalStatus, ProposalVerb), ImmutableArray<ProposalStatus>>
        {
            [(ProposalStatus.Draft, ProposalVerb.Submit)] = ByRules,
            [(ProposalStatus.Draft, ProposalVerb.Check)] = [ProposalStatus.Draft],
            [(ProposalStatus.Draft, ProposalVerb.Edit)] = [ProposalStatus.Draft],
            [(ProposalStatus.Draft, ProposalVerb.Close)] = [ProposalStatus.Closed],

            [(ProposalStatus.Open, ProposalVerb.ReturnToDraft)] = [ProposalStatus.Draft],
            [(ProposalStatus.Open, ProposalVerb.Approve)] = ByRules,
            [(ProposalStatus.Open, ProposalVerb.RequestChanges)] = [ProposalStatus.Open],
            [(ProposalStatus.Open, ProposalVerb.WithdrawReview)] = ByRules,
            [(ProposalStatus.Open, ProposalVerb.Reassess)] = ByRules,
            [(ProposalStatus.Open, ProposalVerb.Reject)] = [ProposalStatus.Rejected],
            [(ProposalStatus.Open, ProposalVerb.Check)] = [ProposalStatus.Open],
            [(ProposalStatus.Open, ProposalVerb.Edit)] = [ProposalStatus.Open],
            [(ProposalStatus.Open, ProposalVerb.Close)] = [ProposalStatus.Closed],
            // Only with an approved emergency override, which stands for the approvals that are missing.
            [(ProposalStatus.Open, ProposalVerb.Merge)] = [ProposalStatus.Merged],

            [(ProposalStatus.Approved, ProposalVerb.ReturnToDraft)] = [ProposalStatus.Draft],
            [(ProposalStatus.Approved, ProposalVerb.Approve)] = ByRules,
            [(ProposalStatus.Approved, ProposalVerb.RequestChanges)] = [ProposalStatus.Open],
            [(ProposalStatus.Approved, ProposalVerb.WithdrawReview)] = ByRules,
            [(ProposalStatus.Approved, ProposalVerb.Reassess)] = ByRules,
            [(ProposalStatus.Approved, ProposalVerb.Reject)] = [ProposalStatus.Rejected],
            [(ProposalStatus.Approved, ProposalVerb.Check)] = [ProposalStatus.Approved],
            [(ProposalStatus.Approved, ProposalVerb.Enqueue)] = [ProposalStatus.Approved],
            [(ProposalStatus.Approved, ProposalVerb.Edit)] = [ProposalStatus.Approved],
            [(ProposalStatus.Approved, ProposalVerb.Close)] = [ProposalStatus.Closed],
            [(ProposalStatus.Approved, ProposalVerb.Merge)] = [ProposalStatus.Merged],

            [(ProposalStatus.Rejected, ProposalVerb.Reopen)] = ByRules,
            [(ProposalStatus.Closed, ProposalVerb.Reopen)] = ByRules,
        }.ToFrozenDictionary();

    /// <summary>Where doing this leads from there; empty where it can not be done.</summary>
    public static ImmutableArray<ProposalStatus> From(ProposalStatus status, ProposalVerb verb) => Table.GetValueOrDefault((status, verb), []);

    /// <summary>True when this can be done to a proposal of this status.</summary>
    public static bool IsAllowed(ProposalStatus status, ProposalVerb verb) => !From(status, verb).IsEmpty;

    /// <summary>What can be done to a proposal of this status, by people.</summary>
    public static ImmutableArray<ProposalVerb> VerbsOf(ProposalStatus status) =>
        [.. Enum.GetValues<ProposalVerb>().Where(v => v != ProposalVerb.Reassess && IsAllowed(status, v))];

    /// <summary>True while it can still come into the target without being taken up again.</summary>
    public static bool IsAlive(ProposalStatus status) => status is ProposalStatus.Draft or ProposalStatus.Open or ProposalStatus.Approved;
}
