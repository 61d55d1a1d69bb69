using Oms.Domain.Access;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Graph.Tests.Registry;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Editing;

public class CommitCommandTests
{
    [Fact]
    public async Task A_commit_can_be_read_at_once_and_again_by_a_registry_that_knows_nothing_yet()
    {
        await using var scene = await Scene.OpenAsync();

        var answer = await scene.AddAsync("Person");

        foreach (var registry in new[] { scene.Registry, scene.NewRegistry() })
        {
            (await registry.GetBranchAsync((await scene.BranchAsync()).Name, scene.Cancel))!.Head.ShouldBe(answer.Commit);
            var snapshot = (await registry.GetSnapshotAsync(answer.Commit, scene.Cancel)).ShouldNotBeNull();
            snapshot.FindByName(ElementKind.ObjectType, "Person")!.Id.ShouldBe(answer.Results[0].Element);
        }
    }

    [Fact]
    public async Task Without_an_expected_head_writers_at_once_all_succeed_one_after_the_other()
    {
        await using var scene = await Scene.OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => scene.AddAsync($"Type{i}"))));

        var commits = new List<ObjectHash>();
        for (var at = (await scene.BranchAsync()).Head; (await scene.Registry.GetCommitAsync(at, scene.Cancel))!.Generation > 1;)
        {
            commits.Add(at);
            at = (await scene.Registry.GetCommitAsync(at, scene.Cancel))!.Commit.Parents[0];
        }

        commits.ShouldBe(answers.Select(a => a.Commit), ignoreOrder: true);
    }

    [Fact]
    public async Task Writers_of_two_processes_lose_nothing_of_each_other()
    {
        await using var scene = await Scene.OpenAsync();
        var other = Scene.NewCommit(scene.NewRegistry());

        await Task.WhenAll(HereAsync(), ThereAsync());

        var fresh = scene.NewRegistry();
        var head = (await fresh.GetBranchAsync((await scene.BranchAsync()).Name, scene.Cancel))!.Head;
        (await fresh.GetSnapshotAsync(head, scene.Cancel))!.CountOf(ElementKind.ObjectType).ShouldBe(20);

        async Task HereAsync()
        {
            for (var i = 0; i < 10; i++)
                await scene.AddAsync($"Here{i}");
        }

        async Task ThereAsync()
        {
            for (var i = 0; i < 10; i++)
                (await other.ExecuteAsync(scene.By(Role.Developer, "bob"), Scene.Adding($"There{i}"), scene.Cancel)).Refusals.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task With_an_expected_head_one_of_two_writers_at_once_is_refused()
    {
        await using var scene = await Scene.OpenAsync();
        var head = (await scene.BranchAsync()).Head.Value;

        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(async () =>
            await scene.Commit.ExecuteAsync(scene.By(Role.Developer), Scene.Adding($"Type{i}") with { ExpectedHead = head }, scene.Cancel))));

        results.Count(r => r.IsOk).ShouldBe(1);
        results.Single(r => !r.IsOk).Refusals[0].ShouldBeOfType<HeadMoved>().Expected.ShouldBe(head);
    }

    [Fact]
    public async Task The_same_key_and_request_give_the_first_answer_and_no_second_commit()
    {
        await using var scene = await Scene.OpenAsync();
        var request = Scene.Adding("Person") with { IdempotencyKey = "k1", RequestHash = "h1" };

        var first = (await scene.Commit.ExecuteAsync(scene.By(Role.Developer), request, scene.Cancel)).Value;
        await scene.AddAsync("Company");
        var again = (await scene.Commit.ExecuteAsync(scene.By(Role.Developer), request, scene.Cancel)).Value;

        again.Commit.ShouldBe(first.Commit);
        again.Results.Select(r => r.Element).ShouldBe(first.Results.Select(r => r.Element));
        (await scene.BranchAsync()).Head.ShouldNotBe(first.Commit);
    }

    [Fact]
    public async Task The_same_key_at_once_makes_one_commit()
    {
        await using var scene = await Scene.OpenAsync();
        var request = Scene.Adding("Person") with { IdempotencyKey = "k1", RequestHash = "h1" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            (await scene.Commit.ExecuteAsync(scene.By(Role.Developer), request, scene.Cancel)).Value.Commit)));

        answers.Distinct().ShouldHaveSingleItem().ShouldBe((await scene.BranchAsync()).Head);
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused_and_another_clients_key_is_their_own()
    {
        await using var scene = await Scene.OpenAsync();
        var request = Scene.Adding("Person") with { IdempotencyKey = "k1", RequestHash = "h1" };
        await scene.Commit.ExecuteAsync(scene.By(Role.Developer), request, scene.Cancel);

        var reused = await scene.Commit.ExecuteAsync(scene.By(Role.Developer), request with { RequestHash = "h2" }, scene.Cancel);
        var bobs = await scene.Commit.ExecuteAsync(
            scene.By(Role.Developer, "bob"), Scene.Adding("Company") with { IdempotencyKey = "k1", RequestHash = "h2" }, scene.Cancel);

        reused.Refusals.ShouldHaveSingleItem().ShouldBeOfType<IdempotencyKeyReused>();
        bobs.IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_request_keeps_its_key_free()
    {
        await using var scene = await Scene.OpenAsync();
        var request = Scene.Adding("Person") with { IdempotencyKey = "k1", RequestHash = "h1", Issues = [] };
        (await scene.Commit.ExecuteAsync(scene.By(Role.Developer), request, scene.Cancel)).IsOk.ShouldBeFalse();

        (await scene.Commit.ExecuteAsync(scene.By(Role.Developer), request with { Issues = ["OMS-1"], RequestHash = "h2" }, scene.Cancel))
            .IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData("nowhere", "BRANCH_NOT_FOUND")]
    [InlineData("Not A Name", "BRANCH_NAME_INVALID")]
    [InlineData("main", "BRANCH_PROTECTED")]
    public async Task A_refusal_is_audited_with_what_was_tried(string branch, string code)
    {
        await using var scene = await Scene.OpenAsync();

        var result = await scene.Commit.ExecuteAsync(scene.By(Role.Developer), Scene.Adding("Person") with { Branch = branch }, scene.Cancel);

        result.Refusals[0].Code.ShouldBe(code);
        var entry = await scene.NewestEntryAsync();
        entry.Success.ShouldBeFalse();
        entry.ErrorCode.ShouldBe(code);
        entry.Action.ShouldBe("commit.create");
        entry.Branch.ShouldBe(branch);
        entry.Actor.Subject.ShouldBe("ada");
        entry.Issues.ShouldBe(["OMS-1"]);
    }

    [Fact]
    public async Task Every_commit_has_its_entries_and_the_chain_is_whole()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.AddAsync("Person");

        var entries = await scene.Store.GetAuditAfterAsync(0, 100, scene.Cancel);

        entries.Select(e => e.Action).ShouldBe(["branch.create", "branch.create", "commit.create", "object_type.create"]);
        entries.Zip(entries.Skip(1)).ShouldAllBe(pair => pair.Second.PreviousHash == pair.First.Hash);
    }
}
