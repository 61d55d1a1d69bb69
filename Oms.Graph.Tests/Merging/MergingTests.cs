using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Merging;

/// <summary>Differences, merges, answers, reverts and cherry-picks through the door.</summary>
public sealed class MergingTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Report = "report { tree isClean isFastForward changedElements openConflicts mergeBases { hash } conflicts { totalCount nodes { id kind semantic severity path base ours theirs strategy isOpen resolution options { choice result } message ko: message(language: \"ko\") suggestion { choice by } causes { side name } consequences { by } } } }";

    private const string Done = "commit { hash message parents { hash } tree } branch { head { hash } } " + Report;

    [Fact]
    public async Task A_diff_tells_a_rename_as_one_in_words_of_two_languages()
    {
        var person = await ForkAsync("diff");
        await server.CommitAsync("diff/theirs", Rename(person, "HumanDiff"), new { addProperty = new { element = person, property = new { name = "nick", type = new { dataType = "string" } } } });

        var diff = (await server.ReadAsync("""
            { diff(base: { branch: "diff/ours" }, head: { branch: "diff/theirs" }) { totalCount nodes { kind operation path element name before after sentence ko: sentence(language: "ko") } }
              mergeBases(base: { branch: "diff/ours" }, head: { branch: "diff/theirs" }) { hash }
              branch(name: "diff/ours") { head { hash } } }
            """));

        diff.Texts("diff.nodes.operation").ShouldBe(["RENAME", "ADD"]);
        diff.Text("diff.nodes.0.sentence").ShouldBe("Name of the object type 'HumanDiff' was renamed from \"PersonDiff\" to \"HumanDiff\".");
        diff.Text("diff.nodes.0.ko")!.ShouldContain("이름이");
        diff.Text("diff.nodes.0.after").ShouldBe("HumanDiff");
        diff.Texts("mergeBases.hash").ShouldBe(diff.Texts("branch.head.hash"));
    }

    [Fact]
    public async Task A_rename_here_and_an_edit_there_merge_into_a_commit_with_two_parents_after_a_dry_run_that_writes_nothing()
    {
        var person = await ForkAsync("clean");
        var ours = await server.CommitAsync("clean/ours", Rename(person, "HumanClean"));
        var theirs = await server.CommitAsync("clean/theirs", Describe(person, "Somebody."));

        var tried = await MergeAsync("clean", dryRun: true);
        tried.IsNull("commit").ShouldBeTrue();
        tried.At("report.isClean").GetBoolean().ShouldBeTrue();

        var merged = await MergeAsync("clean");
        merged.Texts("commit.parents.hash").ShouldBe([ours, theirs]);
        merged.Text("commit.tree").ShouldBe(tried.Text("report.tree"));
        merged.Number("report.changedElements").ShouldBe(1);
        (await server.ReadAsync("""{ ontology(branch: "clean/ours") { objectType(name: "HumanClean") { description } } }"""))
            .Text("ontology.objectType.description").ShouldBe("Somebody.");
        (await server.RefusedAsync("mergeBranch", Input("clean"), "admin")).ShouldBe("NOTHING_CHANGED");
    }

    [Fact]
    public async Task A_question_is_told_with_its_answers_kept_offered_elsewhere_and_carried_out()
    {
        var person = await ForkAsync("asked");
        await server.CommitAsync("asked/ours", Rename(person, "HumanAsked"));
        await server.CommitAsync("asked/theirs", Rename(person, "IndividualAsked"));

        var refused = await server.ChangeAsync("mergeBranch", Input("asked"), Done, "admin");
        refused.Texts("errors.code").ShouldBe(["MERGE_CONFLICTS"]);
        refused.IsNull("commit").ShouldBeTrue();
        var conflict = refused.At("report.conflicts.nodes.0");
        conflict.Text("semantic").ShouldBe("NAME_CHANGE");
        conflict.Text("path").ShouldBe($"/{person}/name");
        (conflict.Text("base"), conflict.Text("ours"), conflict.Text("theirs")).ShouldBe(("PersonAsked", "HumanAsked", "IndividualAsked"));
        conflict.Texts("options.choice").ShouldBe(["OURS", "THEIRS", "BASE", "VALUE"]);

        await server.DoAsync("resolveConflict", new
        {
            into = "asked/ours", from = "asked/theirs", conflict = conflict.Text("id"), choice = "VALUE", value = "SomebodyAsked", reason = "agreed",
        }, "resolution { choice value by reason }");
        await server.BranchFromAsync("asked/other", "asked/ours");
        var elsewhere = await server.ChangeAsync("mergeBranch", Input("asked", into: "asked/other", dryRun: true), Done, "admin");
        elsewhere.Text("report.conflicts.nodes.0.suggestion.choice").ShouldBe("VALUE");

        await server.CommitAsync("asked/theirs", new { createObjectType = new { name = "MoreAsked" } });
        var merged = await MergeAsync("asked");
        merged.Text("report.conflicts.nodes.0.resolution").ShouldBe("VALUE");
        (await server.ReadAsync("""{ ontology(branch: "asked/ours") { objectType(name: "SomebodyAsked") { stableId } } }"""))
            .Text("ontology.objectType.stableId").ShouldBe(person);
    }

    [Theory]
    [InlineData("KEEP", null, "choice")]
    [InlineData("VALUE", null, "value")]
    [InlineData("VALUE", 7, "value")]
    [InlineData(null, null, "conflict")]
    public async Task An_answer_that_is_none_to_the_question_is_refused_and_the_answers_are_named(string? choice, int? value, string field)
    {
        var name = $"none{choice}{value}".ToLowerInvariant();
        var person = await ForkAsync(name);
        await server.CommitAsync(name + "/ours", Rename(person, "Human" + name));
        await server.CommitAsync(name + "/theirs", Rename(person, "Individual" + name));
        var asked = (await server.ChangeAsync("mergeBranch", Input(name), Done, "admin")).Text("report.conflicts.nodes.0.id");

        var refused = await server.ChangeAsync("resolveConflict", new
        {
            into = name + "/ours", from = name + "/theirs", conflict = choice is null ? "c-" + new string('0', 32) : asked,
            choice = choice ?? "OURS", value, reason = "",
        }, "resolution { choice }");

        refused.Texts("errors.code").ShouldBe(["MALFORMED_INPUT"]);
        refused.Texts("errors.path").ShouldBe([field]);
        if (choice is not null)
            refused.Texts("errors.message").ShouldAllBe(m => m.Contains("OURS, THEIRS, BASE, VALUE"));
    }

    [Fact]
    public async Task A_branch_moves_forward_or_is_squashed_or_says_why_not()
    {
        var person = await ForkAsync("ways");
        var first = await server.CommitAsync("ways/theirs", Rename(person, "HumanWays"));

        var forward = await MergeAsync("ways", strategy: "FAST_FORWARD");
        forward.Text("commit.hash").ShouldBe(first);

        await server.CommitAsync("ways/ours", Describe(person, "Ours."));
        await server.CommitAsync("ways/theirs", new { createObjectType = new { name = "NewWays" } });
        (await server.RefusedAsync("mergeBranch", Input("ways", strategy: "FAST_FORWARD"), "admin")).ShouldBe("NOT_FAST_FORWARD");
        var squashed = await MergeAsync("ways", strategy: "SQUASH");
        squashed.At("commit.parents").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_rebase_makes_each_commit_anew_with_its_author_message_and_issues_in_one_transaction()
    {
        var person = await ForkAsync("again");
        var mine = await server.CommitAsync("again/ours", Describe(person, "Ours."));
        await CommitAsAsync("ann", "again/theirs", "first of theirs", "OMS-7", Rename(person, "HumanAgain"));
        await CommitAsAsync("bob", "again/theirs", "second of theirs", "OMS-8", new { createObjectType = new { name = "NewAgain" } });
        await CommitAsAsync("bob", "again/theirs", "what ours has", "OMS-8", Describe(person, "Ours."));

        const string counted = "report { replayed isClean stoppedAt { message } tree } branch { head { hash } }";
        var tried = await server.DoAsync("mergeBranch", Input("again", "REBASE", dryRun: true), counted, "admin");
        tried.IsNull("branch").ShouldBeTrue();
        var done = await server.DoAsync("mergeBranch", Input("again", "REBASE"), counted, "admin");
        done.Number("report.replayed").ShouldBe(2);
        done.Text("report.tree").ShouldBe(tried.Text("report.tree"));

        var log = await server.ReadAsync("""{ branch(name: "again/ours") { commits(first: 3) { nodes { hash message author issues { id } parents { hash } tree } } } }""");
        log.Texts("branch.commits.nodes.message").ShouldBe(["second of theirs", "first of theirs", "test"]);
        log.Texts("branch.commits.nodes.author").ShouldBe(["bob", "ann", "developer"]);
        log.Text("branch.commits.nodes.0.parents.0.hash").ShouldBe(log.Text("branch.commits.nodes.1.hash"));
        log.Text("branch.commits.nodes.1.parents.0.hash").ShouldBe(mine);
        log.Text("branch.commits.nodes.0.issues.0.id").ShouldBe("OMS-8");
        log.Text("branch.commits.nodes.0.tree").ShouldBe(tried.Text("report.tree"));
        (await server.ReadAsync("""{ ontology(branch: "again/ours") { objectType(name: "HumanAgain") { description } } }"""))
            .Text("ontology.objectType.description").ShouldBe("Ours.");
    }

    [Fact]
    public async Task A_rebase_stops_at_the_commit_that_asks_and_goes_on_with_the_answer_that_was_kept()
    {
        var person = await ForkAsync("halt");
        await server.CommitAsync("halt/ours", Rename(person, "HumanHalt"));
        await CommitAsAsync("ann", "halt/theirs", "harmless", "OMS-7", new { createObjectType = new { name = "NewHalt" } });
        await CommitAsAsync("ann", "halt/theirs", "the question", "OMS-7", Rename(person, "IndividualHalt"));
        var head = (await server.ReadAsync("""{ branch(name: "halt/ours") { head { hash } } }""")).Text("branch.head.hash");

        var refused = await server.ChangeAsync(
            "mergeBranch", Input("halt", "REBASE"), "report { replayed stoppedAt { message } conflicts { nodes { id isOpen } } }", "admin");
        refused.Texts("errors.code").ShouldBe(["MERGE_CONFLICTS"]);
        refused.Text("report.stoppedAt.message").ShouldBe("the question");
        (await server.ReadAsync("""{ branch(name: "halt/ours") { head { hash } } }""")).Text("branch.head.hash").ShouldBe(head);

        await server.DoAsync("resolveConflict", new
        {
            into = "halt/ours", from = "halt/theirs", conflict = refused.Text("report.conflicts.nodes.0.id"), choice = "THEIRS", reason = "agreed",
        }, "resolution { choice }");
        var done = await server.DoAsync("mergeBranch", Input("halt", "REBASE"), "report { replayed } commit { message author }", "admin");
        done.Number("report.replayed").ShouldBe(2);
        done.Text("commit.message").ShouldBe("the question");
    }

    [Fact]
    public async Task What_a_commit_did_is_taken_back_and_taken_over_and_later_changes_stay()
    {
        var person = await ForkAsync("undo");
        var renamed = await server.CommitAsync("undo/ours", Rename(person, "HumanUndo"));
        await server.CommitAsync("undo/ours", Describe(person, "Later."));

        await server.DoAsync("revertCommit", new { branch = "undo/ours", commit = renamed, message = "back", issues = new[] { "OMS-1" } }, Done, "admin");
        (await server.ReadAsync("""{ ontology(branch: "undo/ours") { objectType(name: "PersonUndo") { description } } }"""))
            .Text("ontology.objectType.description").ShouldBe("Later.");

        await server.DoAsync("cherryPickCommit", new { branch = "undo/theirs", commit = renamed, message = "over", issues = new[] { "OMS-1" } }, Done);
        (await server.ReadAsync("""{ ontology(branch: "undo/theirs") { objectType(name: "HumanUndo") { stableId } } }"""))
            .Text("ontology.objectType.stableId").ShouldBe(person);
        (await server.RefusedAsync("cherryPickCommit", new { branch = "undo/theirs", commit = renamed, message = "again", issues = new[] { "OMS-1" } }))
            .ShouldBe("NOTHING_CHANGED");
    }

    private async Task<string> ForkAsync(string name)
    {
        await server.BranchAsync($"{name}/ours");
        var type = "Person" + char.ToUpperInvariant(name[0]) + name[1..];
        var payload = await server.DoAsync(
            "commit", new { branch = $"{name}/ours", message = "start", issues = new[] { "OMS-1" }, operations = new object[] { new { createObjectType = new { name = type } } } },
            "results { element }");
        await server.BranchFromAsync($"{name}/theirs", $"{name}/ours");
        return payload.Text("results.0.element")!;
    }

    private Task<JsonElement> CommitAsAsync(string user, string branch, string message, string issue, params object[] operations) =>
        server.DoAsync("commit", new { branch, message, issues = new[] { issue }, operations }, "commit { hash }", user: user);

    private Task<JsonElement> MergeAsync(string name, string strategy = "MERGE", bool dryRun = false) =>
        server.DoAsync("mergeBranch", Input(name, strategy, dryRun: dryRun), Done, "admin");

    private static object Input(string name, string strategy = "MERGE", string? into = null, bool dryRun = false) =>
        new { into = into ?? $"{name}/ours", from = $"{name}/theirs", strategy, message = "merge", issues = new[] { "OMS-1" }, dryRun };

    private static object Rename(string element, string name) => new { rename = new { element, name } };

    private static object Describe(string element, string text) =>
        new { updateObjectType = new { element, description = new[] { new { language = "en", text } } } };
}
