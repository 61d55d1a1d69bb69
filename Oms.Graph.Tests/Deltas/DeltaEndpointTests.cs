using System.Net;
using System.Net.Http.Headers;
using Oms.Domain.Deltas;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Deltas;

/// <summary>Clients that keep a copy of the ontology and follow it over HTTP.</summary>
public sealed class DeltaEndpointTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_client_any_number_of_versions_behind_becomes_the_head_exactly(int seed)
    {
        var chance = new Random(seed);
        var branch = $"followed/{seed}";
        await server.BranchAsync(branch);
        List<(string? Commit, OntologyCopy Copy)> clients = [(null, OntologyCopy.Empty)];
        List<string> names = [];
        for (var step = 0; step < 12; step++)
        {
            await server.CommitAsync(branch, Operations(chance, names, $"S{seed}N{step}"));
            var (commit, root, body) = await FetchAsync(branch, clients[^1].Commit);
            var copy = clients[^1].Copy.Apply(body);
            copy.Root().ToString().ShouldBe(root);
            clients.Add((commit, copy));
        }

        var last = clients[^1].Copy;
        foreach (var (commit, copy) in clients.SkipLast(1))
        {
            var (_, root, body) = await FetchAsync(branch, commit);
            var followed = copy.Apply(body);
            followed.Root().ToString().ShouldBe(root);
            followed.Definitions.Keys.ShouldBe(last.Definitions.Keys, ignoreOrder: true);
            foreach (var (id, bytes) in followed.Definitions)
                bytes.ShouldBe(last.Definitions[id]);
        }
    }

    [Fact]
    public async Task Who_has_the_head_is_told_so_by_its_tag_and_by_its_commit()
    {
        await server.BranchAsync("had");
        await server.CommitAsync("had", new { createObjectType = new { name = "Had" } });
        using var first = await GetAsync("had", null);
        var (tag, commit) = (first.Headers.ETag!, first.Headers.GetValues("Oms-Commit").Single());
        commit.ShouldBe((await server.ReadAsync("""{ branch(name: "had") { head { hash tree } } }""")).Text("branch.head.hash"));
        tag.Tag.ShouldBe($"\"{(await server.ReadAsync("""{ branch(name: "had") { head { tree } } }""")).Text("branch.head.tree")}\"");

        using var byTag = await GetAsync("had", null, r => r.Headers.IfNoneMatch.Add(tag));
        using var byWeakTag = await GetAsync("had", null, r => r.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag.Tag, isWeak: true)));
        using var byCommit = await GetAsync("had", commit);
        foreach (var answer in new[] { byTag, byWeakTag, byCommit })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            answer.Headers.ETag!.Tag.ShouldBe(tag.Tag);
            (await answer.Content.ReadAsByteArrayAsync(Cancel)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task It_says_what_the_field_says_and_less_when_compressed()
    {
        await server.BranchAsync("same");
        var from = await server.CommitAsync("same", [.. Enumerable.Range(0, 30).Select(i => new { createObjectType = new { name = $"Same{i}" } })]);
        await server.CommitAsync("same", [.. Enumerable.Range(0, 30).Select(i => new { createObjectType = new { name = $"More{i}" } })]);
        var (_, _, body) = await FetchAsync("same", from);
        var field = await server.ReadAsync("""query ($commit: String!) { changesSince(commit: $commit, branch: "same") { content } }""", new { commit = from });
        System.Text.Encoding.UTF8.GetString(body).ShouldBe(field.Text("changesSince.content"));

        using var packed = await GetAsync("same", from, r => r.Headers.AcceptEncoding.ParseAdd("br"));
        packed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await packed.Content.ReadAsByteArrayAsync(Cancel)).Length.ShouldBeLessThan(body.Length / 3);
    }

    [Fact]
    public async Task Who_names_a_commit_that_is_not_known_is_given_everything()
    {
        await server.BranchAsync("unknown");
        await server.CommitAsync("unknown", new { createObjectType = new { name = "Whole" } });
        var (_, root, body) = await FetchAsync("unknown", new string('a', 64));
        OntologyCopy.Empty.Apply(body).Root().ToString().ShouldBe(root);
    }

    [Theory]
    [InlineData("?branch=nowhere", HttpStatusCode.NotFound)]
    [InlineData("?branch=%00", HttpStatusCode.NotFound)]
    [InlineData("?since=abc", HttpStatusCode.BadRequest)]
    [InlineData("?branch=main&branch=other", HttpStatusCode.NotFound)]
    public async Task What_can_not_be_answered_is_refused(string query, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ontology" + query);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await server.TokenAsync("viewer"));
        using var response = await server.Server.Client.SendAsync(request, Cancel);
        response.StatusCode.ShouldBe(expected);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("\"code\"");
    }

    [Fact]
    public async Task Without_a_good_token_it_is_401()
    {
        (await server.Server.Client.GetAsync("/ontology", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ontology");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "a.b.c");
        (await server.Server.Client.SendAsync(request, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Makes, changes, renames and takes out; each operation is on an element of its own.
    private static object[] Operations(Random chance, List<string> names, string name)
    {
        var operations = new List<object> { new { createObjectType = new { name, properties = new[] { new { name = "first", type = new { dataType = "string" } } } } } };
        var free = new List<string>(names);
        names.Add(name);
        for (var i = chance.Next(4); i > 0 && free.Count > 0; i--)
        {
            var element = free[chance.Next(free.Count)];
            free.Remove(element);
            switch (chance.Next(4))
            {
                case 0:
                    operations.Add(new { addProperty = new { element, property = new { name = $"p{chance.Next(1_000_000)}", type = new { dataType = "long" } }, position = 0 } });
                    break;
                case 1:
                    operations.Add(new { updateObjectType = new { element, description = new[] { new { language = "en", text = $"A text of some length, number {chance.Next()}, so that it is worth a splice." } } } });
                    break;
                case 2:
                    operations.Add(new { rename = new { element, name = element + "R" } });
                    names[names.IndexOf(element)] = element + "R";
                    break;
                default:
                    operations.Add(new { delete = new { element } });
                    names.Remove(element);
                    break;
            }
        }

        return [.. operations];
    }

    private async Task<(string Commit, string Root, byte[] Body)> FetchAsync(string branch, string? since)
    {
        using var response = await GetAsync(branch, since);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (response.Headers.GetValues("Oms-Commit").Single(), response.Headers.ETag!.Tag.Trim('"'), await response.Content.ReadAsByteArrayAsync(Cancel));
    }

    private async Task<HttpResponseMessage> GetAsync(string branch, string? since, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/ontology?branch={Uri.EscapeDataString(branch)}{(since is null ? string.Empty : $"&since={since}")}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await server.TokenAsync("viewer"));
        with?.Invoke(request);
        return await server.Server.Client.SendAsync(request, Cancel);
    }
}
