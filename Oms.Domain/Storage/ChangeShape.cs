using Oms.Domain.History;

namespace Oms.Domain.Storage;

/// <summary>What every <see cref="Change"/> must keep before a store looks at it. A breach is a bug of the caller, so it throws.</summary>
public static class ChangeShape
{
    /// <summary>The longest idempotency key, in characters.</summary>
    public const int MaxAnswerKeyLength = 512;

    /// <summary>Refuses a change that no store may take.</summary>
    /// <exception cref="ArgumentException">The change breaks a rule; the message says which.</exception>
    public static void Check(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Demand(!IsEmpty(change), "a change must change something");
        foreach (var stored in change.Objects)
            Demand(ObjectHash.Of(stored.Bytes.Span) == stored.Hash, $"the bytes of object {stored.Hash} have another hash");
        CheckCommits(change);
        CheckBranches(change);
        CheckDocuments(change);
        CheckLogs(change);
        Demand(change.Answer is not { Key.Length: > MaxAnswerKeyLength or 0 }, $"an answer's key has 1 to {MaxAnswerKeyLength} characters");
        Demand(change.InboxId is not { Length: 0 }, "an inbox id is not empty");
    }

    private static bool IsEmpty(Change change) =>
        change.Objects.IsEmpty && change.Commits.IsEmpty && change.Branches.IsEmpty && change.Documents.IsEmpty && change.Audit.IsEmpty && change.Events.IsEmpty
        && change.InboxId is null && change.Answer is null;

    private static void CheckCommits(Change change)
    {
        if (change.Commits.IsEmpty)
            return;
        var objects = change.Objects.Select(o => o.Hash).ToHashSet();
        foreach (var commit in change.Commits)
            CheckCommit(commit, objects);
        Demand(change.Commits.Select(c => c.Id).Distinct().Count() == change.Commits.Length, "a commit stands once in a change");
    }

    private static void CheckCommit(CommitRecord commit, HashSet<ObjectHash> objects)
    {
        Demand(objects.Contains(commit.Id), $"the object of commit {commit.Id} is not among the objects");
        Demand(commit.Generation >= 1, "a commit's generation is 1 or more");
        for (var i = 1; i < commit.Changes.Length; i++)
            Demand(
                commit.Changes[i - 1].Element.CompareTo(commit.Changes[i].Element) < 0,
                $"changes stand in the order of element ids, each once; {commit.Changes[i].Element} does not");
    }

    private static void CheckBranches(Change change)
    {
        foreach (var write in change.Branches)
        {
            Demand(write.ExpectedVersion >= 0, "an expected version is 0 or more");
            Demand(write.Branch.Version == write.ExpectedVersion + 1, $"the version of {write.Branch.Name} is one more than the expected one");
            Demand(!write.Branch.Head.IsEmpty, $"{write.Branch.Name} has a head");
        }

        Demand(
            change.Branches.Select(b => b.Branch.Name).Distinct().Count() == change.Branches.Length,
            "a branch is written once in a change");
    }

    private static void CheckDocuments(Change change)
    {
        foreach (var write in change.Documents)
        {
            Demand(write.ExpectedVersion >= 0, "an expected version is 0 or more");
            Demand(write.ExpectedVersion == 0 || write.Kind != Releases.Release.DocumentKind, $"a release never changes; {write.Key} is made already");
            Demand(
                write.Kind.Length is > 0 and <= StoredDocument.MaxNameLength && write.Key.Length is > 0 and <= StoredDocument.MaxNameLength,
                $"a document's kind and key have 1 to {StoredDocument.MaxNameLength} characters");
        }

        Demand(change.Documents.DistinctBy(d => (d.Kind, d.Key)).Count() == change.Documents.Length, "a document is written once in a change");
    }

    private static void CheckLogs(Change change)
    {
        foreach (var entry in change.Audit)
            Demand(
                entry is { Sequence: 0, Hash.Length: 0, PreviousHash.Length: 0 },
                $"the store numbers and chains audit entries; {entry.Id} has a place already");
        foreach (var record in change.Events)
            Demand(record.Sequence == 0, $"the store numbers events; {record.Id} has a number already");
    }

    private static void Demand(bool holds, string rule)
    {
        if (!holds)
            throw new ArgumentException(rule);
    }
}
