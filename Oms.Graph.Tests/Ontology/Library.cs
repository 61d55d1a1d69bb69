using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;
using Oms.Graph.History;
using Oms.Graph.Ontology;
using Oms.Graph.Registry;
using Oms.Graph.Releases;
using Oms.Storage.Sqlite;
using Shouldly;
using System.Collections.Immutable;
using Xunit;

namespace Oms.Graph.Tests.Ontology;

/// <summary>A registry on a store of its own, with a small ontology about books on main.</summary>
internal sealed class Library : IAsyncDisposable
{
    private static readonly Actor Admin = new("ada", [Role.Admin]);
    private readonly string folder = Directory.CreateTempSubdirectory("oms-queries-").FullName;
    private readonly IStore store;

    private Library()
    {
        store = SqliteStore.Open(folder);
        Registry = new(store, Clock, new UuidSource(Clock), new Doorbell(), new RegistryOptions());
        Commits = new(Registry);
        Log = new(Registry, Commits);
        Releases = new(Registry);
    }

    public StoppedClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public OntologyRegistry Registry { get; }

    public CommitLookup Commits { get; }

    public CommitLog Log { get; }

    public ReleaseLookup Releases { get; }

    public CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Library> OpenAsync()
    {
        var library = new Library();
        await library.Registry.OpenAsync(library.Cancel);
        await library.CommitAsync("main", "first", [.. Elements().Select(e => new CreateElement(e))]);
        return library;
    }

    public Pin NewPin() => new(Registry, Commits, Releases);

    public async Task<Branch> BranchAsync(string name) =>
        (await Registry.GetBranchAsync(BranchName.Trusted(name), Cancel)).ShouldNotBeNull();

    public async Task<Revision> HeadAsync(string name = "main") => await NewPin().HeadAsync(await BranchAsync(name), Cancel);

    public async Task<CommitRecord> CommitAsync(string branch, string message, params ImmutableArray<Operation> operations)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var loaded = await BranchAsync(branch);
        var head = await Commits.GetAsync(loaded.Head, Cancel);
        var before = (await Registry.GetSnapshotAsync(loaded.Head, Cancel)).ShouldNotBeNull();
        var decision = new MakeCommit(operations, message, ["OMS-1"], null, null).Decide(
            Registry.ContextFor(Admin, "test"), loaded, head, before, Registry.Options.Issues, Registry.Ids);
        decision.Refusals.ShouldBeEmpty();
        (await Registry.WriteAsync(decision.Value.Change, decision.Value.Edit.After)).ShouldBeOfType<CommitOutcome.Committed>();
        return decision.Value.Commit;
    }

    public async Task ForkAsync(string name, string from = "main")
    {
        var origin = await BranchAsync(from);
        var change = new CreateBranch(BranchName.Trusted(name), "", origin.Name, origin.Head).Decide(
            Registry.ContextFor(Admin, "test"), null, Registry.Options.Branches);
        (await Registry.WriteAsync(change.Value, null)).ShouldBeOfType<CommitOutcome.Committed>();
    }

    public Task<CommitRecord> DescribeAsync(string branch, string element, string text) =>
        CommitAsync(branch, text, new UpdateElement(ElementId.Trusted(element), new JsonLiteral($$$"""{"description":{"en":"{{{text}}}"}}""")));

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<Element> Elements()
    {
        yield return new SharedProperty
        {
            Id = ElementId.Trusted("sp-label"),
            Name = "label",
            DisplayName = new([new("en", "Label"), new("ko", "이름")]),
            Type = TypeRef.Data("string"),
            IsSearchable = true,
        };
        yield return new ObjectType
        {
            Id = ElementId.Trusted("ot-person"),
            Name = "Person",
            DisplayName = new([new("en", "Person"), new("ko", "사람")]),
            Description = LocalizedText.English("A human being, living or dead."),
            Tags = ["core"],
            Properties =
            [
                new Property { Id = MemberId.Trusted("m-name"), Name = "name", SharedProperty = ElementId.Trusted("sp-label"), IsRequired = true },
                new Property { Id = MemberId.Trusted("m-birth-date"), Name = "birthDate", Type = TypeRef.Data("date") },
                new Property { Id = MemberId.Trusted("m-home"), Name = "postalAddress", Type = new() { StructType = ElementId.Trusted("st-address") } },
            ],
        };
        yield return new ObjectType
        {
            Id = ElementId.Trusted("ot-author"),
            Name = "Author",
            Parents = [ElementId.Trusted("ot-person")],
            TitleProperty = MemberId.Trusted("m-name"),
            Properties = [new Property { Id = MemberId.Trusted("m-pen-name"), Name = "penName", Type = TypeRef.ArrayOf(TypeRef.Data("string")) }],
        };
        yield return new ObjectType
        {
            Id = ElementId.Trusted("ot-book"),
            Name = "Book",
            DisplayName = LocalizedText.English("A printed work"),
            Properties = [new Property { Id = MemberId.Trusted("m-isbn"), Name = "isbn", Type = TypeRef.Data("string"), IsPrimaryKey = true }],
        };
        yield return new LinkType
        {
            Id = ElementId.Trusted("lt-wrote"),
            Name = "wrote",
            From = new() { Id = MemberId.Trusted("m-books"), Name = "books", Type = ElementId.Trusted("ot-author") },
            To = new() { Id = MemberId.Trusted("m-authors"), Name = "authors", Type = ElementId.Trusted("ot-book") },
        };
    }
}
