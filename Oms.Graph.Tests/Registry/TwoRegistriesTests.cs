using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;
using Oms.Graph.Registry;
using Oms.Graph.Releases;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Registry;

/// <summary>Two servers' registries on one store, of which one has not heard yet what the other has written.</summary>
public class TwoRegistriesTests
{
    private static readonly BranchName Feature = BranchName.Trusted("feature/x");

    [Fact]
    public async Task A_command_is_refused_for_what_the_store_has_and_not_for_what_the_server_knew()
    {
        await using var scene = await Scene.OpenAsync();
        var other = await OtherAsync(scene);
        var head = (await scene.AddAsync("Person")).Commit;

        (await ExpectAsync(scene, other, head, () => ValueTask.CompletedTask)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task News_that_come_while_a_command_is_decided_count()
    {
        await using var scene = await Scene.OpenAsync();
        var other = await OtherAsync(scene);
        var head = (await scene.AddAsync("Person")).Commit;

        (await ExpectAsync(scene, other, head, () => other.RefreshAsync(scene.Cancel))).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_branch_is_made_from_the_head_that_another_server_has_acknowledged()
    {
        await using var scene = await Scene.OpenAsync();
        var other = await OtherAsync(scene);
        var head = (await scene.AddAsync("Person")).Commit;

        var fork = await new BranchCommand(other, new ReleaseLookup(other)).CreateAsync(
            scene.By(Role.Developer), new CreateBranchInput("fork", "", new BranchSourceInput(Feature.Value, null)), scene.Cancel);

        fork.Value.Head.ShouldBe(head);
    }

    private static async Task<OntologyRegistry> OtherAsync(Scene scene)
    {
        var other = new OntologyRegistry(SharedStore.Of(scene.Store), scene.Clock, new UuidSource(scene.Clock), new Doorbell(), new RegistryOptions());
        (await other.GetBranchAsync(Feature, scene.Cancel)).ShouldNotBeNull();
        return other;
    }

    // What every command with an expected head does, with something that happens after it has read the branch.
    private static ValueTask<Result<Branch>> ExpectAsync(Scene scene, OntologyRegistry registry, ObjectHash expected, Func<ValueTask> meanwhile)
    {
        var context = scene.By(Role.Developer);
        return registry.ExecuteAsync<Branch>(context, Feature, new RefusedAttempt(TargetTypes.Lock, Feature.Value, "acquire"), DecideAsync, null, scene.Cancel);

        async ValueTask<Result<Decided<Branch>>> DecideAsync(CancellationToken token)
        {
            var branch = (await registry.LoadBranchAsync(Feature, token)).ShouldNotBeNull();
            await meanwhile();
            if (branch.Head != expected)
                return new HeadMoved(Feature.Value, expected.Value, branch.Head.Value);
            var change = new LockBranch("mine", null, null).Decide(context, branch, registry.Options.Issues);
            return new Decided<Branch>(change.Value, () => branch);
        }
    }
}
