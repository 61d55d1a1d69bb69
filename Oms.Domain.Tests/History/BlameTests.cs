using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.History;

public class BlameTests
{
    private readonly Dictionary<ObjectHash, CommitRecord> commits = [];
    private readonly Dictionary<ObjectHash, Snapshot> contents = [];
    private readonly Dictionary<ObjectHash, ReadOnlyMemory<byte>> objects = [];
    private int read;

    [Fact]
    public async Task Each_member_and_field_has_the_commit_that_last_changed_it_through_renames()
    {
        var start = Commit("start", [], Snapshot.Empty.After(Create(Type("Person", Text("name"), Text("email"))), Create(Type("Other"))));
        var person = contents[start.Id].Named<ObjectType>("Person").Id;
        var (name, email) = (MemberOf(start, "name"), MemberOf(start, "email"));
        var renamed = Next(start, "renamed", new RenameElement(person, "Human"));
        var required = Next(renamed, "required", new UpdateMember(person, email, Json("""{"isRequired":true}""")));
        var elsewhere = Next(required, "elsewhere", new UpdateElement(contents[start.Id].Named<ObjectType>("Other").Id, Json("""{"tags":["x"]}""")));

        var lines = await BlameAsync(person, elsewhere);

        Of(lines, null, null).ShouldBe("renamed");
        Of(lines, null, "name").ShouldBe("renamed");
        Of(lines, name, null).ShouldBe("start");
        Of(lines, email, null).ShouldBe("required");
        Of(lines, email, "isRequired").ShouldBe("required");
        Of(lines, email, "name").ShouldBe("start");
        (await BlameAsync(ElementId.Trusted("ot-nobody"), elsewhere)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merge_is_blamed_for_what_neither_parent_has_and_its_parents_for_the_rest()
    {
        var start = Commit("start", [], Snapshot.Empty.After(Create(Type("Person", Text("name"), Text("email")))));
        var person = contents[start.Id].Named<ObjectType>("Person").Id;
        var (name, email) = (MemberOf(start, "name"), MemberOf(start, "email"));
        var ours = Next(start, "ours", new RenameMember(person, name, "fullName"));
        var theirs = Next(start, "theirs", new RenameMember(person, email, "mail"));
        var both = contents[ours.Id].After(new RenameMember(person, email, "mail"), new UpdateElement(person, Json("""{"tags":["merged"]}""")));
        var merge = Commit("merge", [ours, theirs], both);

        var lines = await BlameAsync(person, Next(merge, "after", Create(Type("More"))));

        Of(lines, name, null).ShouldBe("ours");
        Of(lines, email, null).ShouldBe("theirs");
        Of(lines, null, "tags").ShouldBe("merge");
    }

    [Fact]
    public async Task Definitions_are_read_of_the_commits_only_that_changed_the_element()
    {
        var head = Commit("start", [], Snapshot.Empty.After(Create(Type("Person", Text("name"))), Create(Type("Other"))));
        var person = contents[head.Id].Named<ObjectType>("Person").Id;
        var other = contents[head.Id].Named<ObjectType>("Other").Id;
        for (var i = 0; i < 200; i++)
            head = Next(head, $"{i}", new UpdateElement(i == 100 ? person : other, Json($$"""{"tags":["t{{i}}"]}""")));

        await BlameAsync(person, head);

        read.ShouldBe(2);
    }

    [Fact]
    public async Task Blame_says_what_looking_at_every_commit_says_of_random_histories()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var line = new List<CommitRecord>();
            var (random, snapshot, ids) = (new RandomCommits(seed), Snapshot.Empty, new CountingIds());
            for (var i = 0; i < 40; i++)
            {
                var edit = Editor.Apply(snapshot, [.. random.Next()], ids);
                if (!edit.IsOk || edit.Value.Changes.IsEmpty)
                    continue;
                snapshot = edit.Value.After;
                line.Add(Commit($"{seed}.{i}", line.Count == 0 ? [] : [line[^1]], snapshot));
            }

            foreach (var entry in snapshot.Map.Entries)
                foreach (var blamed in await BlameAsync(entry.Id, line[^1]))
                    blamed.Commit.Id.ShouldBe(Slowly(line, entry.Id, (blamed.Member, blamed.Field)).Id);
        }
    }

    // The oldest commit since which the part has always been as it is.
    private CommitRecord Slowly(List<CommitRecord> line, ElementId element, (MemberId?, string?) part)
    {
        var now = Part(line[^1], element, part);
        var i = line.Count - 1;
        while (i > 0 && Part(line[i - 1], element, part) == now)
            i--;
        return line[i];
    }

    private string? Part(CommitRecord commit, ElementId element, (MemberId?, string?) part) =>
        contents[commit.Id].Map.Entries.Any(e => e.Id == element)
            ? BlameParts.Of(ElementJson.Write(contents[commit.Id].Find(element)!)).GetValueOrDefault(part)
            : null;

    private ValueTask<ImmutableArray<BlameLine>> BlameAsync(ElementId element, CommitRecord at) =>
        new Blame(id => new(commits[id]), hash => new(Read(hash))).RunAsync(element, at.Id);

    private ReadOnlyMemory<byte> Read(ObjectHash hash)
    {
        read++;
        return objects[hash];
    }

    private CommitRecord Next(CommitRecord parent, string message, Operation operation) =>
        Commit(message, [parent], contents[parent.Id].After(operation));

    private CommitRecord Commit(string message, ImmutableArray<CommitRecord> parents, Snapshot content)
    {
        var changes = TreeDiff.Compare(parents.IsEmpty ? Snapshot.Empty : contents[parents[0].Id], content);
        var built = CommitBuilder.Build(content.Tree, parents, changes, "ann", Given.Noon, message, ["OMS-1"]);
        commits[built.Record.Id] = built.Record;
        contents[built.Record.Id] = content;
        foreach (var change in changes)
            if (content.HashOf(change.Element) is { } hash)
                objects[hash] = ElementJson.Write(content.Find(change.Element)!);
        return built.Record;
    }

    private MemberId MemberOf(CommitRecord commit, string name) =>
        contents[commit.Id].Named<ObjectType>("Person").Properties.Single(p => p.Name == name).Id;

    private static string Of(ImmutableArray<BlameLine> lines, MemberId? member, string? field) =>
        lines.Single(l => l.Member == member && l.Field == field).Commit.Commit.Message;
}
