using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Events;

/// <summary>
/// Every type that is told, with what its data is: the one list from which schemas, the AsyncAPI document and the documentation are made. A
/// type that is told and does not stand here fails a test.
/// </summary>
public static class EventCatalogue
{
    /// <summary>The types, in the ordinal order of their names.</summary>
    public static readonly ImmutableArray<EventDescription> All = [.. Own().Concat(OfElements()).OrderBy(d => d.Type, StringComparer.Ordinal)];

    /// <summary>The description of a type; null when it is none of this registry.</summary>
    public static EventDescription? Find(string type) => All.FirstOrDefault(d => d.Type == type);

    private static IEnumerable<EventDescription> Own() =>
    [
        new(EventTypes.BranchCreated, typeof(BranchCreatedData), "A branch was made.", true),
        new(EventTypes.BranchUpdated, typeof(BranchUpdatedData), "A branch has a new head.", true),
        new(EventTypes.BranchMerged, typeof(BranchMergedData), "Another history was merged into a branch.", true),
        new(EventTypes.BranchStateChanged, typeof(BranchStateChangedData), "A branch changed its state.", true),
        new(EventTypes.BranchProtectionChanged, typeof(BranchProtectionChangedData), "A branch became protected, or is protected no more.", true),
        new(EventTypes.ReleaseCreated, typeof(ReleaseCreatedData), "A commit was released under a version.", true),
        new(EventTypes.BranchPolicyChanged, typeof(BranchPolicyChangedData), "A branch asks for something else of what is merged into it.", true),
        new(EventTypes.BranchRulesChanged, typeof(BranchRulesChangedData), "Changes of a branch have to keep something else from now on.", true),
        new(EventTypes.BranchBreakAccepted, typeof(BreakAcceptedData), "A break is accepted on a branch, or no longer.", true),
        new(EventTypes.ProposalCreated, typeof(ProposalData), "A proposal was made.", true),
        new(EventTypes.ProposalSubmitted, typeof(ProposalData), "Reviews of a proposal are asked for.", true),
        new(EventTypes.ProposalUpdated, typeof(ProposalData), "A proposal changed in another way than the other types tell.", true),
        new(EventTypes.ProposalApproved, typeof(ProposalData), "A proposal has all the approvals that its target asks for.", true),
        new(EventTypes.ProposalRejected, typeof(ProposalData), "A proposal was turned down.", true),
        new(EventTypes.ProposalMerged, typeof(ProposalData), "A proposal is in its target.", true),
        new(EventTypes.LockAcquired, typeof(LockData), "A lock was taken.", true),
        new(EventTypes.LockExtended, typeof(LockData), "A lock ends later than it would have.", true),
        new(EventTypes.LockHeartbeat, typeof(LockData), "The holder of a lock is alive, and perhaps further on.", true),
        new(EventTypes.LockNarrowed, typeof(LockData), "Parts of a lock were given back.", true),
        new(EventTypes.LockReleased, typeof(LockData), "A lock was given back or broken.", true),
        new(EventTypes.LockExpired, typeof(LockData), "A lock ended by time, or for its holder was not heard of.", true),
        new(EventTypes.IndexingStarted, typeof(IndexingData), "An indexer began to read.", true),
        new(EventTypes.IndexingProgress, typeof(IndexingData), "An indexer is further on.", true),
        new(EventTypes.IndexingCompleted, typeof(IndexingData), "An indexing succeeded, whole or for some kinds.", true),
        new(EventTypes.IndexingFailed, typeof(IndexingData), "An indexing failed, or its indexer was not heard of any more.", true),
        new(EventTypes.IndexStateChanged, typeof(ShadowIndexData), "A shadow index was begun, or is in another state.", true),
        new(EventTypes.IndexSwitched, typeof(ShadowIndexData), "A shadow index is in use.", true),
        new(EventTypes.CommitQueued, typeof(QueuedCommitData), "A commit met a lock and waits for its end.", true),
        new(EventTypes.CommitApplied, typeof(QueuedCommitData), "A commit that waited is on its branch.", true),
        new(EventTypes.CommitReturned, typeof(QueuedCommitData), "A commit that waited could not be taken.", true),
        new(EventTypes.CommitWithdrawn, typeof(QueuedCommitData), "A commit that waited was taken back by its author.", true),
        new(EventTypes.AutoMergeChanged, typeof(AutoMergeData), "A branch is to be merged by itself once it is indexed, or no more.", true),
        new(EventTypes.AutoMergeHeld, typeof(AutoMergeData), "A branch that is indexed was not merged by itself, and why.", true),
        new(EventTypes.AutoMergeGivenUp, typeof(AutoMergeData), "A branch is not merged by itself any more, for something stood against it for too long.", true),
        new(EventTypes.PropertyCreated, typeof(PropertyChangedData), "An element has a property that it had not.", true),
        new(EventTypes.PropertyUpdated, typeof(PropertyChangedData), "A property of an element was changed or renamed.", true),
        new(EventTypes.PropertyDeleted, typeof(PropertyChangedData), "An element has a property no more.", true),
        new(EventTypes.RoutesChanged, typeof(RoutesChangedData), "Other routes hold for the events after this one.", false),
        new(EventTypes.WebhookDisabled, typeof(WebhookData), "A webhook is told no more.", false),
        new(EventTypes.WebhookEnabled, typeof(WebhookData), "A webhook is told again.", false),
        new(EventTypes.WebhookUpdated, typeof(WebhookData), "A webhook is told elsewhere, or is described anew.", false),
        new(EventTypes.WebhookDeleted, typeof(WebhookData), "A webhook is gone.", false),
        new(EventTypes.WebhookTest, typeof(WebhookData), "A webhook is tried; sent to it alone.", false),
        new(EventTypes.DeadLetterAdded, typeof(DeadLetterData), "A target refused an event for good, and a person is asked.", false),
        new(EventTypes.DeadLetterPoisoned, typeof(DeadLetterData), "A dead letter is refused in the same words again and again.", false),
    ];

    private static IEnumerable<EventDescription> OfElements() =>
        from kind in Enum.GetValues<ElementKind>()
        from verb in new[] { (ChangeOperation.Create, "was made"), (ChangeOperation.Update, "was changed or renamed"), (ChangeOperation.Delete, "was deleted") }
        select new EventDescription(EventTypes.Of(kind, verb.Item1), typeof(ElementChangedData), $"{Capital(Words.Of(kind))} {verb.Item2}.", true);

    private static string Capital(string words) => (words[0] is 'a' or 'i' or 'o' ? "An " : "A ") + words;
}
