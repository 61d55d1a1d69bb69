using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>Says something about a proposal: begins a thread, goes on with one, settles it, or takes it up again.</summary>
/// <param name="Text">What to say: 1 to <see cref="TextLimits.MaxMessage"/> characters; null to say nothing, where a thread is settled.</param>
public sealed record CommentOnProposal(string? Text)
{
    /// <summary>The element that a new thread is about; null for the whole proposal.</summary>
    public ElementId? Element { get; init; }

    /// <summary>The member that a new thread is about; null for the element.</summary>
    public MemberId? Member { get; init; }

    /// <summary>True to settle the thread, false to take it up again; null to leave that as it is.</summary>
    public bool? IsResolved { get; init; }

    /// <summary>Decides.</summary>
    /// <param name="context">Who says it, when.</param>
    /// <param name="loaded">The proposal.</param>
    /// <param name="thread">The thread that goes on; null to begin one.</param>
    /// <param name="count">How many threads the proposal has.</param>
    public Result<Change> Decide(CommandContext context, LoadedProposal loaded, ProposalThread? thread, int count)
    {
        if (Refuse(context, loaded, thread, count) is { } refusal)
            return refusal;
        var before = thread ?? new ProposalThread
        {
            Id = $"th-{context.NewId():N}", Proposal = loaded.Proposal.Id, Element = Element, Member = Member, Source = loaded.Source,
        };
        var after = before with { Version = before.Version + 1 };
        if (Text is not null)
            after = after with
            {
                Comments = [.. after.Comments, new ProposalComment { Id = context.NewId().ToString("N"), Author = context.Actor.Subject, At = context.Time, Text = Text }],
            };
        if (IsResolved is { } resolved)
            after = after with { ResolvedBy = resolved ? context.Actor.Subject : null, ResolvedAt = resolved ? context.Time : null };
        return Make(new Journal(context), loaded.Proposal, before, after);
    }

    private Refusal? Refuse(CommandContext context, LoadedProposal loaded, ProposalThread? thread, int count)
    {
        if (!context.May(Right.ProposalComment))
            return NotAuthorized.Lacking(Right.ProposalComment, "to comment on a proposal");
        if ((IsResolved is null || Text is not null) && TextLimits.Check("text", Text ?? string.Empty, TextLimits.MaxMessage) is { } text)
            return text;
        if (thread is { Comments.Length: >= ProposalThread.MaxComments })
            return new ValueOutOfRange("number of comments of a thread", 0, ProposalThread.MaxComments, thread.Comments.Length + 1L);
        if (thread is null && count >= ProposalThread.MaxThreads)
            return new ValueOutOfRange("number of threads of a proposal", 0, ProposalThread.MaxThreads, count + 1L);
        // What the proposal deletes can be talked about as well.
        return thread is null && Element is { } element
            && ThreadAnchor.NameIn(loaded.Change.Source, element, Member) is null && ThreadAnchor.NameIn(loaded.Change.Base, element, Member) is null
            ? new UnknownReference(Member?.Value ?? element.Value, "an element or member of the proposal", $"Neither '{loaded.Proposal.Source}' nor what it was made from has it.")
            : null;
    }

    private static Change Make(Journal journal, Proposal proposal, ProposalThread before, ProposalThread after)
    {
        var kind = after.ResolvedAt is not null && before.ResolvedAt is null ? ProposalChangeKind.ThreadResolved : ProposalChangeKind.Commented;
        var said = after.Comments.Length > before.Comments.Length ? after.Comments[^1].Text : null;
        journal.Record(TargetTypes.Proposal, proposal.Id, kind == ProposalChangeKind.Commented ? "comment" : "resolve_thread", entry => entry with
        {
            TargetName = after.Id,
            Branch = proposal.Target.Value,
            After = CanonicalJson.Literal(new { thread = after.Id, element = after.Element, member = after.Member, resolvedBy = after.ResolvedBy }),
            Reason = said,
        });
        journal.Tell(
            EventTypes.ProposalUpdated, proposal.Target.Value,
            new ProposalData(
                proposal.Id, proposal.Title, proposal.Source.Value, proposal.Target.Value, proposal.Author, kind, proposal.Status, proposal.Status,
                journal.Context.Actor.Subject, null, said) { Thread = after.Id },
            subject: $"proposal/{proposal.Id}");
        return new Change
        {
            Documents = [new DocumentWrite(ProposalThread.DocumentKind, after.Key, before.Version, CanonicalJson.Write(after))],
            Audit = journal.Entries,
            Events = journal.Events,
        };
    }
}
