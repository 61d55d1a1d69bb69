using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Events;

/// <summary>
/// The CloudEvents types that this registry emits (domain.md 5.1, neutral prefix). The audit log is not repeated here: it is an ordered
/// log of its own, read by its own numbers. A new type also stands in <see cref="EventCatalogue"/>.
/// </summary>
public static class EventTypes
{
    /// <summary>What every type starts with.</summary>
    public const string Prefix = "io.oms.";

    /// <summary>A branch was made. Data: <see cref="BranchCreatedData"/>.</summary>
    public const string BranchCreated = Prefix + "branch.created";

    /// <summary>A branch has a new head. Data: <see cref="BranchUpdatedData"/>.</summary>
    public const string BranchUpdated = Prefix + "branch.updated";

    /// <summary>Another history was merged into a branch; beside <see cref="BranchUpdated"/>. Data: <see cref="BranchMergedData"/>.</summary>
    public const string BranchMerged = Prefix + "branch.merged";

    /// <summary>A branch changed its state. Data: <see cref="BranchStateChangedData"/>.</summary>
    public const string BranchStateChanged = Prefix + "branch.statechanged";

    /// <summary>A branch became protected, or is protected no more. Data: <see cref="BranchProtectionChangedData"/>.</summary>
    public const string BranchProtectionChanged = Prefix + "branch.protectionchanged";

    /// <summary>Changes of a branch have to keep something else from now on. Data: <see cref="BranchRulesChangedData"/>.</summary>
    public const string BranchRulesChanged = Prefix + "branch.ruleschanged";

    /// <summary>A break is accepted on a branch, or no longer. Data: <see cref="BreakAcceptedData"/>.</summary>
    public const string BranchBreakAccepted = Prefix + "branch.breakaccepted";

    /// <summary>A version was released. Data: <see cref="ReleaseCreatedData"/>.</summary>
    public const string ReleaseCreated = Prefix + "release.created";

    /// <summary>A lock was taken. Data: <see cref="LockData"/>.</summary>
    public const string LockAcquired = Prefix + "lock.acquired";

    /// <summary>A lock ends later than it would have. Data: <see cref="LockData"/>.</summary>
    public const string LockExtended = Prefix + "lock.extended";

    /// <summary>The holder of a lock is alive, and perhaps further on. Data: <see cref="LockData"/>.</summary>
    public const string LockHeartbeat = Prefix + "lock.heartbeat";

    /// <summary>Parts of a lock were given back. Data: <see cref="LockData"/>, with what it still covers.</summary>
    public const string LockNarrowed = Prefix + "lock.narrowed";

    /// <summary>A lock was given back or broken. Data: <see cref="LockData"/>.</summary>
    public const string LockReleased = Prefix + "lock.released";

    /// <summary>A lock ended by time, or for its holder was not heard of. Data: <see cref="LockData"/>.</summary>
    public const string LockExpired = Prefix + "lock.expired";

    /// <summary>An indexer began to read. Data: <see cref="IndexingData"/>.</summary>
    public const string IndexingStarted = Prefix + "indexing.started";

    /// <summary>An indexer is further on. Data: <see cref="IndexingData"/>.</summary>
    public const string IndexingProgress = Prefix + "indexing.progress";

    /// <summary>An indexing succeeded, whole or for some kinds. Data: <see cref="IndexingData"/>.</summary>
    public const string IndexingCompleted = Prefix + "indexing.completed";

    /// <summary>An indexing failed, or its indexer was not heard of any more. Data: <see cref="IndexingData"/>.</summary>
    public const string IndexingFailed = Prefix + "indexing.failed";

    /// <summary>Other routes hold for the events after this one. Data: <see cref="RoutesChangedData"/>.</summary>
    public const string RoutesChanged = Prefix + "routes.changed";

    /// <summary>A webhook is told no more. Data: <see cref="WebhookData"/>.</summary>
    public const string WebhookDisabled = Prefix + "webhook.disabled";

    /// <summary>A webhook is told again. Data: <see cref="WebhookData"/>.</summary>
    public const string WebhookEnabled = Prefix + "webhook.enabled";

    /// <summary>A webhook is told elsewhere, or is described anew. Data: <see cref="WebhookData"/>.</summary>
    public const string WebhookUpdated = Prefix + "webhook.updated";

    /// <summary>A webhook is gone. Data: <see cref="WebhookData"/>.</summary>
    public const string WebhookDeleted = Prefix + "webhook.deleted";

    /// <summary>A webhook is tried, to see whether it answers; sent to it alone, and in no log. Data: <see cref="WebhookData"/>.</summary>
    public const string WebhookTest = Prefix + "webhook.test";

    /// <summary>A target refused an event for good, and a person is asked. Data: <see cref="DeadLetterData"/>.</summary>
    public const string DeadLetterAdded = Prefix + "deadletter.added";

    /// <summary>A dead letter is refused in the same words again and again. Data: <see cref="DeadLetterData"/>.</summary>
    public const string DeadLetterPoisoned = Prefix + "deadletter.poisoned";

    /// <summary>A branch asks for something else of what is merged into it. Data: <see cref="BranchPolicyChangedData"/>.</summary>
    public const string BranchPolicyChanged = Prefix + "branch.policychanged";

    /// <summary>A proposal was made. Data: <see cref="ProposalData"/>, as of all proposal events.</summary>
    public const string ProposalCreated = Prefix + "proposal.created";

    /// <summary>Reviews of a proposal are asked for.</summary>
    public const string ProposalSubmitted = Prefix + "proposal.submitted";

    /// <summary>A proposal changed in another way than the other types tell.</summary>
    public const string ProposalUpdated = Prefix + "proposal.updated";

    /// <summary>A proposal has all the approvals that its target asks for.</summary>
    public const string ProposalApproved = Prefix + "proposal.approved";

    /// <summary>A proposal was turned down.</summary>
    public const string ProposalRejected = Prefix + "proposal.rejected";

    /// <summary>A proposal is in its target.</summary>
    public const string ProposalMerged = Prefix + "proposal.merged";

    /// <summary>A shadow index was begun, or is in another state. Data: <see cref="ShadowIndexData"/>.</summary>
    public const string IndexStateChanged = Prefix + "index.statechanged";

    /// <summary>A shadow index is in use. Data: <see cref="ShadowIndexData"/>.</summary>
    public const string IndexSwitched = Prefix + "index.switched";

    /// <summary>A commit met a lock and waits for its end. Data: <see cref="QueuedCommitData"/>.</summary>
    public const string CommitQueued = Prefix + "commit.queued";

    /// <summary>A commit that waited is on its branch. Data: <see cref="QueuedCommitData"/>.</summary>
    public const string CommitApplied = Prefix + "commit.applied";

    /// <summary>A commit that waited could not be taken. Data: <see cref="QueuedCommitData"/>.</summary>
    public const string CommitReturned = Prefix + "commit.returned";

    /// <summary>A commit that waited was taken back by its author. Data: <see cref="QueuedCommitData"/>.</summary>
    public const string CommitWithdrawn = Prefix + "commit.withdrawn";

    /// <summary>A branch is to be merged by itself once it is indexed, or no more. Data: <see cref="AutoMergeData"/>.</summary>
    public const string AutoMergeChanged = Prefix + "branch.automergechanged";

    /// <summary>A branch that is indexed was not merged by itself, and why. Data: <see cref="AutoMergeData"/>.</summary>
    public const string AutoMergeHeld = Prefix + "branch.automergeheld";

    /// <summary>A branch is not merged by itself any more, for something stood against it for too long. Data: <see cref="AutoMergeData"/>.</summary>
    public const string AutoMergeGivenUp = Prefix + "branch.automergegivenup";

    /// <summary>An element has a property that it had not. Data: <see cref="PropertyChangedData"/>.</summary>
    public const string PropertyCreated = Prefix + "property.created";

    /// <summary>A property of an element was changed or renamed. Data: <see cref="PropertyChangedData"/>.</summary>
    public const string PropertyUpdated = Prefix + "property.updated";

    /// <summary>An element has a property no more. Data: <see cref="PropertyChangedData"/>.</summary>
    public const string PropertyDeleted = Prefix + "property.deleted";

    // {kind}.{verb}, by kind and operation; a rename is an update, which the data tells.
    private static readonly string[][] OfElements =
        [.. Enum.GetValues<ElementKind>().Select(k => new[] { "created", "updated", "updated", "deleted" }.Select(v => $"{Prefix}{k.ToString().ToLowerInvariant()}.{v}").ToArray())];

    // Prefixes that came before this one (domain.md appendix A), the longer first.
    private static readonly string[] Prefixes = [Prefix, "com.foundry.oms.", "com.oms.", "oms."];

    /// <summary>What is told of an element that a commit changed. Data: <see cref="ElementChangedData"/>.</summary>
    public static string Of(ElementKind kind, ChangeOperation operation) => OfElements[(int)kind][(int)operation];

    /// <summary>What is told of a property that a commit changed. Data: <see cref="PropertyChangedData"/>.</summary>
    public static string OfProperty(ChangeOperation operation) => operation switch
    {
        ChangeOperation.Create => PropertyCreated,
        ChangeOperation.Delete => PropertyDeleted,
        _ => PropertyUpdated,
    };

    /// <summary>A type without its prefix, or without one of those that older systems used.</summary>
    public static string Suffix(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        foreach (var prefix in Prefixes)
            if (type.StartsWith(prefix, StringComparison.Ordinal))
                return type[prefix.Length..];
        return type;
    }
}
