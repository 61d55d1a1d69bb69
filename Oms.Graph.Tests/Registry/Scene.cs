using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Storage;
using Oms.Graph.Branches;
using Oms.Graph.Compatibility;
using Oms.Graph.Editing;
using Oms.Graph.History;
using Oms.Graph.Locks;
using Oms.Graph.Registry;
using Oms.Graph.Releases;
using Oms.Storage.Sqlite;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Registry;

/// <summary>A registry on a store of its own, and the commands on it.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("oms-commands-").FullName;

    private Scene()
    {
        Store = SqliteStore.Open(folder);
        Registry = NewRegistry();
        Commit = NewCommit(Registry);
        Branches = new BranchCommand(Registry, new ReleaseLookup(Registry));
    }

    internal static CommitCommand NewCommit(OntologyRegistry registry)
    {
        var gate = new ChangeGate(registry, new CommitLookup(registry), new ReleaseLookup(registry), new BranchRulesReader(registry));
        return new(registry, gate, new CommitQueue(registry, gate));
    }

    public StoppedClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public Doorbell Doorbell { get; } = new();

    public IStore Store { get; }

    public OntologyRegistry Registry { get; }

    public CommitCommand Commit { get; }

    public BranchCommand Branches { get; }

    public CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Scene> OpenAsync()
    {
        var scene = new Scene();
        await scene.Registry.OpenAsync(scene.Cancel);
        (await scene.ForkAsync("feature/x")).Name.Value.ShouldBe("feature/x");
        return scene;
    }

    public OntologyRegistry NewRegistry() => new(Store, Clock, new UuidSource(Clock), Doorbell, new RegistryOptions());

    public CommandContext By(Role role, string subject = "ada") => Registry.ContextFor(new Actor(subject, [role]), "request-1");

    public async Task<Branch> ForkAsync(string name) =>
        (await Branches.CreateAsync(By(Role.Developer), new CreateBranchInput(name, "", new BranchSourceInput("main", null)), Cancel)).Value;

    public async Task<Branch> BranchAsync(string name = "feature/x") => (await Registry.GetBranchAsync(BranchName.Trusted(name), Cancel)).ShouldNotBeNull();

    public async Task<CommitAnswer> AddAsync(string type) => (await Commit.ExecuteAsync(By(Role.Developer), Adding(type), Cancel)).Value;

    public static CommitRequest Adding(string type) => new()
    {
        Branch = "feature/x",
        Message = $"add {type}",
        Issues = ["OMS-1"],
        Operations = [new CreateElement(new ObjectType { Name = type })],
    };

    public async Task<AuditEntry> NewestEntryAsync() => (await Store.GetAuditAsync(new AuditFilter(), null, 1, Cancel)).Items[0];

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
