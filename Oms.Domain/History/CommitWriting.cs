using System.Collections.Immutable;
using System.Text;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Indexing;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;

namespace Oms.Domain.History;

/// <summary>Writes a new version onto a branch as a commit, with its audit entries and its event: the one way for every command that does.</summary>
/// <param name="After">The new version.</param>
/// <param name="Changes">What differs from the branch's head.</param>
/// <param name="Objects">What the store has not yet.</param>
/// <param name="Message">Why.</param>
/// <param name="Issues">The issues it belongs to.</param>
internal sealed record CommitWriting(
    Snapshot After, ImmutableArray<ElementChange> Changes, ImmutableArray<StoredObject> Objects, string Message, ImmutableArray<string> Issues)
{
    /// <summary>The commit whose work it is, made anew elsewhere: its author stays the author. Null where the actor is.</summary>
    internal CommitRecord? Original { get; init; }

    /// <summary>Writes one commit.</summary>
    /// <param name="journal">Where it is written down.</param>
    /// <param name="loaded">The branch as it was loaded.</param>
    /// <param name="branch">The branch without an overdue lock.</param>
    /// <param name="parents">The commits that it follows, the branch's head first.</param>
    /// <param name="before">The version at the head.</param>
    internal (Change Change, CommitRecord Commit, Branch Branch) Write(
        Journal journal, Branch loaded, Branch branch, ImmutableArray<CommitRecord> parents, Snapshot before)
    {
        var (record, stored) = Build(journal, branch, parents, before);
        return Write(journal, loaded, branch, [record], Objects.Add(stored), Changes, (before, After));
    }

    /// <summary>Writes several commits, each upon the one before, the first upon the head.</summary>
    internal static (Change Change, CommitRecord Commit, Branch Branch) WriteAll(
        Journal journal, Branch loaded, Branch branch, CommitRecord head, Snapshot before, ImmutableArray<CommitWriting> steps)
    {
        var commits = ImmutableArray.CreateBuilder<CommitRecord>(steps.Length);
        var objects = new Dictionary<ObjectHash, StoredObject>();
        var (last, content) = (head, before);
        foreach (var step in steps)
        {
            var (record, stored) = step.Build(journal, branch, [last], content);
            commits.Add(record);
            foreach (var made in step.Objects.Add(stored))
                objects[made.Hash] = made;
            (last, content) = (record, step.After);
        }

        return Write(journal, loaded, branch, commits.MoveToImmutable(), [.. objects.Values], TreeDiff.Compare(before, content), (before, content));
    }

    private static (Change Change, CommitRecord Commit, Branch Branch) Write(
        Journal journal, Branch loaded, Branch branch, ImmutableArray<CommitRecord> commits, ImmutableArray<StoredObject> objects,
        ImmutableArray<ElementChange> changes, (Snapshot Before, Snapshot After) content)
    {
        var write = Move(journal, branch, commits[^1].Id, changes, content).Over(loaded);
        var change = new Change
        {
            Objects = objects,
            Commits = commits,
            Branches = [write],
            Audit = journal.Entries,
            Events = journal.Events,
        };
        return (change, commits[^1], write.Branch);
    }

    private static void TellElements(Journal journal, Branch branch, ObjectHash head, ImmutableArray<ElementChange> changes, (Snapshot Before, Snapshot After) content)
    {
        foreach (var change in changes)
            if (change.Element.Kind is { } kind)
                journal.Tell(
                    EventTypes.Of(kind, change.Operation),
                    branch.Name.Value,
                    new ElementChangedData(kind, change.Element, change.Operation, change.Name, change.Before, change.After),
                    head.Value,
                    subject: $"{TargetTypes.Of(kind)}/{change.Element.Value}");
        foreach (var property in PropertyChanges.Of(changes, content.Before, content.After))
            journal.Tell(EventTypes.OfProperty(property.Operation), branch.Name.Value, property, head.Value, subject: $"property/{property.Element.Value}/{property.Property.Value}");
    }

    private BuiltCommit Build(Journal journal, Branch branch, ImmutableArray<CommitRecord> parents, Snapshot before)
    {
        var context = journal.Context;
        var author = Original?.Commit.Author ?? context.Actor.Subject;
        var built = CommitBuilder.Build(After.Tree, parents, Changes, author, context.Time, Message, Issues);
        Record(journal, branch, parents, built.Record);
        RecordElements(journal, branch, built.Record, before);
        return built;
    }

    /// <summary>The branch with another head; it is told, and an index of what changed is stale.</summary>
    internal static Branch Move(
        Journal journal, Branch branch, ObjectHash head, ImmutableArray<ElementChange> changes, (Snapshot Before, Snapshot After) content)
    {
        journal.Tell(
            EventTypes.BranchUpdated,
            branch.Name.Value,
            new BranchUpdatedData(branch.Head.Value, head.Value, changes.Length, [.. changes.Take(BranchUpdatedData.MaxChanges)]),
            head.Value);
        if (changes.Length <= BranchUpdatedData.MaxChanges)
            TellElements(journal, branch, head, changes, content);
        var moved = branch.WithHead(head, changes);
        return moved.State == BranchState.Ready ? moved.MoveTo(BranchState.Active, StateTrigger.Write, "a write made its index stale", journal) : moved;
    }

    private void Record(Journal journal, Branch branch, ImmutableArray<CommitRecord> parents, CommitRecord record) =>
        journal.Record(TargetTypes.Commit, record.Id.Value, Original is null ? "create" : "rebase", entry => entry with
        {
            Branch = branch.Name.Value,
            Before = CanonicalJson.Literal(new { head = parents[0].Id }),
            After = CanonicalJson.Literal(new { head = record.Id, changes = record.Changes.Length, original = Original?.Id }),
            Commit = record.Id.Value,
            Issues = record.Commit.Issues,
            Reason = record.Commit.Message,
        });

    private void RecordElements(Journal journal, Branch branch, CommitRecord record, Snapshot before)
    {
        foreach (var change in record.Changes)
        {
            var was = before.Find(change.Element);
            var after = After.Find(change.Element);
            journal.Record(TargetTypes.Of((after ?? was)!.Kind), change.Element.Value, VerbOf(change, was, after), entry => entry with
            {
                TargetName = change.Name,
                Branch = branch.Name.Value,
                Before = Definition(was),
                After = Definition(after),
                Commit = record.Id.Value,
                Issues = record.Commit.Issues,
                Reason = record.Commit.Message,
            });
        }
    }

    private static string VerbOf(ElementChange change, Element? before, Element? after) => change.Operation switch
    {
        ChangeOperation.Create => "create",
        ChangeOperation.Delete => "delete",
        ChangeOperation.Rename => "rename",
        _ when before!.Status != Status.Deprecated && after!.Status == Status.Deprecated => "deprecate",
        _ when before.Status == Status.Deprecated && after!.Status != Status.Deprecated => "restore",
        _ when before.Namespace != after!.Namespace => "move",
        _ => "update",
    };

    private static JsonLiteral? Definition(Element? element) =>
        element is null ? null : new JsonLiteral(Encoding.UTF8.GetString(ElementJson.Write(element)));
}
