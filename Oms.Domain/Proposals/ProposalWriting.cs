using Oms.Domain.Audit;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>The steps that decisions on proposals are made of: each change of one leaves a document, an audit entry and an event.</summary>
internal static class ProposalWriting
{
    /// <summary>The change that puts a proposal over the one that was loaded.</summary>
    internal static Change Write(
        Journal journal, Proposal before, Proposal after, ProposalChangeKind kind, string verb, string? content = null, string? reason = null)
    {
        var written = after with { Version = before.Version + 1, UpdatedAt = journal.Context.Time };
        journal.Record(TargetTypes.Proposal, written.Id, verb, entry => entry with
        {
            TargetName = written.Title,
            Branch = written.Target.Value,
            Before = before.Version == 0 ? null : ForAudit(before),
            After = ForAudit(written),
            Commit = written.Merge?.Commit.Value,
            Issues = written.Issues,
            Reason = reason,
        });
        var data = new ProposalData(
            written.Id, written.Title, written.Source.Value, written.Target.Value, written.Author, kind, before.Status, written.Status,
            journal.Context.Actor.Subject, content, reason);
        journal.Tell(TypeOf(kind, before, written), written.Target.Value, data, written.Merge?.Commit.Value, subject: $"proposal/{written.Id}");
        return new Change
        {
            Documents = [new DocumentWrite(Proposal.DocumentKind, written.Id, before.Version, CanonicalJson.Write(written))],
            Audit = journal.Entries,
            Events = journal.Events,
        };
    }

    /// <summary>The refusal of what the table does not have; null where it does.</summary>
    internal static Refusal? Refuse(Proposal proposal, ProposalVerb verb) => ProposalTransitions.IsAllowed(proposal.Status, verb)
        ? null
        : new ProposalTransitionRefused(proposal.Id, proposal.Status, verb, ProposalTransitions.VerbsOf(proposal.Status));

    /// <summary>The proposal after doing this to it. A status that the table does not have is a bug of the decision that asks for it.</summary>
    internal static Proposal MoveTo(this Proposal proposal, ProposalVerb verb, ProposalStatus status) =>
        ProposalTransitions.From(proposal.Status, verb).Contains(status)
            ? proposal with { Status = status, Queue = status == ProposalStatus.Approved ? proposal.Queue : null }
            : throw new InvalidOperationException($"{verb} does not lead from {proposal.Status} to {status}");

    private static string TypeOf(ProposalChangeKind kind, Proposal before, Proposal after) => (kind, after.Status) switch
    {
        (ProposalChangeKind.Created, _) => EventTypes.ProposalCreated,
        (ProposalChangeKind.Merged, _) => EventTypes.ProposalMerged,
        (ProposalChangeKind.Rejected, _) => EventTypes.ProposalRejected,
        (_, ProposalStatus.Approved) when before.Status != ProposalStatus.Approved => EventTypes.ProposalApproved,
        (ProposalChangeKind.Submitted, _) => EventTypes.ProposalSubmitted,
        _ => EventTypes.ProposalUpdated,
    };

    private static JsonLiteral ForAudit(Proposal proposal) => CanonicalJson.Literal(new
    {
        title = proposal.Title,
        description = proposal.Description,
        source = proposal.Source,
        target = proposal.Target,
        status = proposal.Status,
        reviewers = proposal.Reviewers,
        labels = proposal.Labels,
        issues = proposal.Issues,
        reviews = proposal.Reviews.Select(r => new { by = r.Reviewer, verdict = r.Verdict, content = r.Content, dismissed = r.DismissedAt is not null }).ToArray(),
    });
}
