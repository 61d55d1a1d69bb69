using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Registry;

public class OntologyRegistryTests
{
    [Fact]
    public async Task Opening_twice_founds_once()
    {
        await using var scene = await Scene.OpenAsync();

        await scene.Registry.OpenAsync(scene.Cancel);
        await scene.NewRegistry().OpenAsync(scene.Cancel);

        (await scene.Registry.GetBranchesAsync(scene.Cancel)).Select(b => b.Name.Value).ShouldBe(["feature/x", "main"]);
    }

    [Fact]
    public async Task A_lock_past_its_end_is_ended_by_whoever_reads_the_branch_next_with_event_and_entry()
    {
        await using var scene = await Scene.OpenAsync();
        await LockAsync(scene, TimeSpan.FromMinutes(1));
        (await scene.BranchAsync()).State.ShouldBe(BranchState.LockedForWrite);

        scene.Clock.Advance(TimeSpan.FromSeconds(61));
        var branch = await scene.BranchAsync();

        branch.State.ShouldBe(BranchState.Active);
        branch.Lock.ShouldBeNull();
        var entry = await scene.NewestEntryAsync();
        entry.Action.ShouldBe("lock.expire");
        entry.Actor.Subject.ShouldBe("system");
        (await scene.Store.GetEventsAfterAsync(0, 100, scene.Cancel)).Select(e => e.Type).TakeLast(2)
            .ShouldBe([EventTypes.LockExpired, EventTypes.BranchStateChanged]);
    }

    [Fact]
    public async Task Many_readers_of_an_overdue_lock_end_it_once()
    {
        await using var scene = await Scene.OpenAsync();
        await LockAsync(scene, TimeSpan.FromMinutes(1));
        scene.Clock.Advance(TimeSpan.FromMinutes(2));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => scene.BranchAsync())));

        (await scene.Store.GetAuditAsync(new AuditFilter { Action = "lock.expire" }, null, 10, scene.Cancel)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task A_write_after_the_end_of_a_lock_ends_it_in_the_same_change()
    {
        await using var scene = await Scene.OpenAsync();
        await LockAsync(scene, TimeSpan.FromMinutes(1), "bob");
        (await scene.Commit.ExecuteAsync(scene.By(Role.Developer), Scene.Adding("Person"), scene.Cancel)).Refusals[0].ShouldBeOfType<BranchLocked>();

        scene.Clock.Advance(TimeSpan.FromMinutes(2));
        await scene.AddAsync("Person");

        (await scene.BranchAsync()).State.ShouldBe(BranchState.Active);
    }

    [Fact]
    public async Task A_neighbouring_version_is_read_as_a_difference_and_equals_the_one_read_whole()
    {
        await using var scene = await Scene.OpenAsync();
        var first = await scene.AddAsync("Person");
        var second = await scene.AddAsync("Company");
        var fresh = scene.NewRegistry();

        var near = (await fresh.GetSnapshotAsync(second.Commit, scene.Cancel))!;
        var older = (await fresh.GetSnapshotAsync(first.Commit, scene.Cancel))!;

        older.Tree.ShouldBe((await scene.Registry.GetSnapshotAsync(first.Commit, scene.Cancel))!.Tree);
        older.FindByName(ElementKind.ObjectType, "Company").ShouldBeNull();
        near.FindByName(ElementKind.ObjectType, "Company").ShouldNotBeNull();
        (await fresh.GetSnapshotAsync(first.Commit, scene.Cancel)).ShouldBeSameAs(older);
    }

    [Fact]
    public async Task A_branch_can_be_made_from_any_commit()
    {
        await using var scene = await Scene.OpenAsync();
        var first = await scene.AddAsync("Person");
        await scene.AddAsync("Company");

        var branch = (await scene.Branches.CreateAsync(
            scene.By(Role.Developer), new CreateBranchInput("from/commit", "", new BranchSourceInput(null, first.Commit.Value)), scene.Cancel)).Value;

        branch.Head.ShouldBe(first.Commit);
        branch.CreatedFrom.ShouldBeNull();
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_refused()
    {
        await using var scene = await Scene.OpenAsync();

        (await CreateAsync(new BranchSourceInput("nowhere", null))).ShouldBeOfType<BranchNotFound>().Path.ShouldBe(["from", "branch"]);
        (await CreateAsync(new BranchSourceInput(null, new string('0', 64)))).ShouldBeOfType<CommitNotFound>();

        async Task<Refusal> CreateAsync(BranchSourceInput from) =>
            (await scene.Branches.CreateAsync(scene.By(Role.Developer), new CreateBranchInput("new", "", from), scene.Cancel)).Refusals.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_many_who_lock_at_once_one_gets_it()
    {
        await using var scene = await Scene.OpenAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            var context = scene.By(Role.Developer, $"user{i}");
            var command = new LockBranch("mine", null, null);
            return await scene.Branches.ExecuteAsync(
                context, "feature/x", new RefusedAttempt(TargetTypes.Lock, "feature/x", "acquire"),
                b => command.Decide(context, b, scene.Registry.Options.Issues), scene.Cancel);
        })));

        results.Count(r => r.IsOk).ShouldBe(1);
        results.Where(r => !r.IsOk).ShouldAllBe(r => r.Refusals[0] is BranchLocked);
    }

    private static async Task LockAsync(Scene scene, TimeSpan ttl, string holder = "ada")
    {
        var context = scene.By(Role.Developer, holder);
        var command = new LockBranch("moving", ttl, null);
        (await scene.Branches.ExecuteAsync(
            context, "feature/x", new RefusedAttempt(TargetTypes.Lock, "feature/x", "acquire"),
            b => command.Decide(context, b, scene.Registry.Options.Issues), scene.Cancel)).Refusals.ShouldBeEmpty();
    }
}
