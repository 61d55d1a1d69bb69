using System.Text.Json;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Events;

/// <summary>Webhooks as those see them who make them and those who receive them: a real server, and a receiver with the reference library.</summary>
public sealed class WebhooksThroughTheDoor
{
    private static readonly Dictionary<string, string> Local = new()
    {
        ["Webhooks__AllowedNetworks"] = "127.0.0.0/8", ["Webhooks__RetryAfter"] = "00:00:00.2", ["Webhooks__Timeout"] = "00:00:01",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happens_is_told_in_order_with_signatures_that_the_reference_library_accepts_also_while_secrets_change()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await ServerProcess.StartAsync(settings: Local);
        var token = await server.TokenAsync("admin");
        await BranchAsync(server, token, "before-the-hook");
        var first = await CreateAsync(server, token, "orders", receiver.Url("ok"));
        receiver.Know(first);
        await BranchAsync(server, token, "one");
        await Eventually.HoldsAsync(() => receiver.Received.Count == 1);

        var second = (await DoAsync(server, token, "rotateWebhookSecret", new { name = "orders" }, "secret")).GetProperty("secret").GetString()!;
        second.ShouldNotBe(first);
        await Task.Delay(1500, Cancel);
        await BranchAsync(server, token, "two");
        await Eventually.HoldsAsync(() => receiver.Received.Count == 2);
        receiver.Know(second);
        // What is delivered and not yet marked is told again, as it should be; this is about what follows.
        await Eventually.HoldsAsync(async () => (await server.QueryAsync(token, "{ outbox { lag } }")).GetProperty("data").GetProperty("outbox").EnumerateArray().All(t => t.GetProperty("lag").GetInt64() == 0));
        await server.KillAsync();
        await server.RestartAsync();
        await BranchAsync(server, token, "three");
        await Eventually.HoldsAsync(() => receiver.Received.Count == 3);

        receiver.Received.Select(r => r.GetProperty("failure").ValueKind).ShouldAllBe(k => k == JsonValueKind.Null);
        receiver.Received.Select(r => r.GetProperty("body").GetProperty("data").GetProperty("name").GetString()).ShouldBe(["one", "two", "three"]);
        var body = receiver.Received.First().GetProperty("body");
        var headers = receiver.Received.First().GetProperty("headers");
        headers.GetProperty("webhook-id").GetString().ShouldBe(body.GetProperty("id").GetString());
        headers.GetProperty("content-type").GetString().ShouldBe("application/cloudevents+json; charset=utf-8");
        body.GetProperty("type").GetString().ShouldBe("io.oms.branch.created");
        receiver.Received.ElementAt(1).GetProperty("headers").GetProperty("webhook-signature").GetString()!.Split(' ').Length.ShouldBe(2);

        // A delivery is written down when the answer is there, a moment after the receiver has it.
        JsonElement hook = default;
        await Eventually.HoldsAsync(async () => (hook = (await server.QueryAsync(token, "{ webhook(name: \"orders\") { target isEnabled secrets { endsAt } deliveries { status error sequence } } }")).GetProperty("data").GetProperty("webhook"))
            .GetProperty("deliveries").GetArrayLength() == 3, seen: () => hook.ToString());
        hook.GetProperty("deliveries")[0].GetProperty("status").GetInt32().ShouldBe(204);
        hook.GetProperty("secrets").EnumerateArray().Select(s => s.GetProperty("endsAt").ValueKind).ShouldBe([JsonValueKind.Null, JsonValueKind.String]);
        FilesContain(server.Data, first).ShouldBeFalse();
        FilesContain(server.Data, second).ShouldBeFalse();
    }

    [Fact]
    public async Task A_receiver_that_fails_is_tried_three_times_then_the_event_is_a_dead_letter_and_one_that_is_gone_is_told_no_more()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await ServerProcess.StartAsync(settings: Local);
        var token = await server.TokenAsync("admin");
        receiver.Know(await CreateAsync(server, token, "failing", receiver.Url("fail")));
        await using var alerts = await EventStream.OpenAsync(server, token, "subscription { deadLetterAdded { ... on DeadLetterAlert { target eventType error attempts isPoison } } }");
        await using var stats = await EventStream.OpenAsync(server, token, "subscription { outboxStats { waitingLetters poisonLetters targets { name } } }");
        await BranchAsync(server, token, "one");
        await Eventually.HoldsAsync(async () => (await LettersAsync(server, token)).GetArrayLength() > 0);
        var letter = (await LettersAsync(server, token))[0];
        letter.ToString().ShouldBe("""{"target":"webhook:failing","eventType":"io.oms.branch.created","error":"the answer was 500","attempts":3,"status":"WAITING","isPoison":false}""");
        (await alerts.NextAsync())!.Value.GetProperty("data").GetProperty("deadLetterAdded").ToString()
            .ShouldBe("""{"target":"webhook:failing","eventType":"io.oms.branch.created","error":"the answer was 500","attempts":3,"isPoison":false}""");
        // Once a second at most: between one letter and the next, which is about the first, there may be no look.
        JsonElement seen;
        while ((seen = (await stats.NextAsync())!.Value.GetProperty("data").GetProperty("outboxStats")).GetProperty("waitingLetters").GetInt32() == 0)
            seen.GetProperty("poisonLetters").GetInt32().ShouldBe(0);
        seen.GetProperty("targets").ToString().ShouldBe("""[{"name":"webhook:failing"}]""");
        var log = (await server.QueryAsync(token, "{ webhook(name: \"failing\") { deliveries { error answer } } }")).GetProperty("data").GetProperty("webhook").GetProperty("deliveries");
        log.EnumerateArray().Last().ToString().ShouldBe("""{"error":"the answer was 500","answer":"the receiver is broken�"}""");

        await CreateAsync(server, token, "leaving", receiver.Url("gone"));
        await BranchAsync(server, token, "two");
        await Eventually.HoldsAsync(async () => (await server.QueryAsync(token, "{ webhook(name: \"leaving\") { isEnabled disabledReason } }")).GetProperty("data").GetProperty("webhook").ToString()
            == """{"isEnabled":false,"disabledReason":"it asked to be told no more: the answer was 410"}""");
        var entries = (await server.QueryAsync(token, "{ auditEntries { nodes { action actor { subject } } } }")).GetProperty("data").GetProperty("auditEntries").GetProperty("nodes");
        entries.EnumerateArray().Select(e => e.ToString()).ShouldContain("""{"action":"webhook.disable","actor":{"subject":"system"}}""");
    }

    [Fact]
    public async Task One_that_is_changed_is_told_elsewhere_and_one_that_is_deleted_nowhere_and_its_name_is_free()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await ServerProcess.StartAsync(settings: Local);
        var token = await server.TokenAsync("admin");
        receiver.Know(await CreateAsync(server, token, "orders", receiver.Url("fail")));
        await BranchAsync(server, token, "one");
        await Eventually.HoldsAsync(async () => (await LettersAsync(server, token)).GetArrayLength() > 0);
        (await RefusedAsync(server, token, "updateWebhook", new { name = "nobody", reason = "r" })).ShouldBe("WEBHOOK_NOT_FOUND");
        (await RefusedAsync(server, token, "updateWebhook", new { name = "orders", reason = "r", url = "https://10.1.2.3/x" })).ShouldBe("WEBHOOK_URL_REFUSED");
        (await RefusedAsync(server, token, "updateWebhook", new { name = "orders", reason = "r", url = receiver.Url("fail") })).ShouldBe("INVALID_VALUE");
        var changed = await DoAsync(server, token, "updateWebhook", new { name = "orders", reason = "moved", url = receiver.Url("ok") }, "webhook { url description }");
        changed.GetProperty("webhook").GetProperty("url").GetString().ShouldBe(receiver.Url("ok"));
        await BranchAsync(server, token, "two");
        await Eventually.HoldsAsync(() => receiver.Received.Any(r => r.GetProperty("path").GetString() == "/ok" && r.GetProperty("body").GetProperty("data").TryGetProperty("name", out var n) && n.GetString() == "two"));
        receiver.Received.Last().GetProperty("failure").ValueKind.ShouldBe(JsonValueKind.Null, "the secret is the same");

        var letter = (await server.QueryAsync(token, "{ deadLetters { nodes { sequence } } }")).GetProperty("data").GetProperty("deadLetters").GetProperty("nodes")[0].GetProperty("sequence").GetInt64();
        await DoAsync(server, token, "disableWebhook", new { name = "orders", reason = "away" }, "webhook { name }");
        await Task.Delay(1500, Cancel);
        await DoAsync(server, token, "replayDeadLetters", new { target = "webhook:orders", sequences = new[] { letter } }, "count");
        await DoAsync(server, token, "setEventRoute", new { name = "r", types = new[] { "release.*" }, targets = new[] { "webhook:orders" } }, "routes { name }");
        (await RefusedAsync(server, token, "deleteWebhook", new { name = "orders", reason = "r" })).ShouldBe("WEBHOOK_IN_USE");
        await DoAsync(server, token, "removeEventRoute", new { name = "r" }, "routes { name }");
        var deleted = await DoAsync(server, token, "deleteWebhook", new { name = "orders", reason = "no more" }, "webhook { isEnabled secrets { createdAt } }");
        deleted.GetProperty("webhook").ToString().ShouldBe("""{"isEnabled":false,"secrets":[]}""");
        (await RefusedAsync(server, token, "deleteWebhook", new { name = "orders", reason = "r" })).ShouldBe("WEBHOOK_NOT_FOUND");
        (await RefusedAsync(server, token, "enableWebhook", new { name = "orders", reason = "r" })).ShouldBe("WEBHOOK_NOT_FOUND");
        (await RefusedAsync(server, token, "setEventRoute", new { name = "r", targets = new[] { "webhook:orders" } })).ShouldBe("EVENT_TARGET_NOT_FOUND");
        (await RefusedAsync(server, token, "replayDeadLetters", new { target = "webhook:orders", sequences = new[] { letter } })).ShouldBe("EVENT_TARGET_NOT_FOUND");
        await DoAsync(server, token, "discardDeadLetters", new { target = "webhook:orders", sequences = new[] { letter }, reason = "the webhook is gone" }, "count");
        (await server.QueryAsync(token, "{ webhooks { name } webhook(name: \"orders\") { name } outbox { name } }")).GetProperty("data").ToString().ShouldBe("""{"webhooks":[],"webhook":null,"outbox":[]}""");
        var entries = (await server.QueryAsync(token, "{ auditEntries(first: 20) { nodes { action reason success } } }")).GetProperty("data").GetProperty("auditEntries").GetProperty("nodes");
        entries.EnumerateArray().Select(e => e.ToString()).ShouldContain("""{"action":"webhook.delete","reason":"no more","success":true}""");

        // One of the same name is another one: it is told what happens from now on, and shows nothing of the one before.
        await Task.Delay(1500, Cancel);
        receiver.Received.Clear();
        await BranchAsync(server, token, "three");
        receiver.Know(await CreateAsync(server, token, "orders", receiver.Url("ok")));
        (await server.QueryAsync(token, "{ webhook(name: \"orders\") { isEnabled deliveries { sequence } } }")).GetProperty("data").GetProperty("webhook").ToString().ShouldBe("""{"isEnabled":true,"deliveries":[]}""");
        await BranchAsync(server, token, "four");
        await Eventually.HoldsAsync(() => !receiver.Received.IsEmpty);
        receiver.Received.Select(r => r.GetProperty("body").GetProperty("data").GetProperty("name").GetString()).ShouldBe(["four"]);

        // Within a second it is told no more, and what a route gives another after it goes there.
        await CreateAsync(server, token, "backup", receiver.Url("ok"));
        await DoAsync(server, token, "setEventRoute", new { name = "r", types = new[] { "branch.created" }, strategy = "FAILOVER", targets = new[] { "webhook:orders", "webhook:backup" } }, "routes { name }");
        await DoAsync(server, token, "disableWebhook", new { name = "orders", reason = "away" }, "webhook { name }");
        await Task.Delay(1500, Cancel);
        await BranchAsync(server, token, "five");
        await Eventually.HoldsAsync(async () => (await server.QueryAsync(token, "{ webhook(name: \"backup\") { deliveries { eventType status } } }")).ToString().Contains("""{"eventType":"io.oms.branch.created","status":204}"""));
    }

    [Fact]
    public async Task A_test_tells_what_the_receiver_answers()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await ServerProcess.StartAsync(settings: Local);
        var token = await server.TokenAsync("admin");
        foreach (var (path, status, error) in new[] { ("ok", (int?)204, ""), ("redirect", 302, "redirects are not followed"), ("slow", null, "no whole answer after 1 s"), ("endless", 200, "") })
        {
            receiver.Know(await CreateAsync(server, token, path, receiver.Url(path)));
            var delivery = (await DoAsync(server, token, "testWebhook", new { name = path }, "delivery { status error answer eventType }")).GetProperty("delivery");
            delivery.GetProperty("eventType").GetString().ShouldBe("io.oms.webhook.test", path);
            (delivery.GetProperty("status").ValueKind == JsonValueKind.Null ? (int?)null : delivery.GetProperty("status").GetInt32()).ShouldBe(status, path);
            (delivery.GetProperty("error").GetString() ?? "").ShouldContain(error, customMessage: path);
            (delivery.GetProperty("answer").GetString()?.Length ?? 0).ShouldBeLessThanOrEqualTo(1024, path);
            receiver.Received.ShouldHaveSingleItem().GetProperty("failure").ValueKind.ShouldBe(JsonValueKind.Null, path);
            receiver.Received.Clear();
        }
    }

    [Fact]
    public async Task An_address_inside_is_refused_unless_it_is_allowed()
    {
        string[] inside =
        [
            "https://127.0.0.1/x", "https://[::1]/x", "https://[::ffff:10.0.0.1]/x", "https://169.254.169.254/latest/meta-data", "http://example.org/x",
            "https://user:word@example.org/x", "ftp://example.org/x", "https://0x7f000001/x",
        ];
        await using var server = await ServerProcess.StartAsync();
        var token = await server.TokenAsync("admin");
        foreach (var url in inside)
            (await RefusedAsync(server, token, "createWebhook", new { name = "hook", url })).ShouldBe("WEBHOOK_URL_REFUSED", url);
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_found_out_when_it_is_called()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await ServerProcess.StartAsync();
        var token = await server.TokenAsync("admin");
        await CreateAsync(server, token, "hook", $"https://localhost:{receiver.Port}/ok");
        var delivery = (await DoAsync(server, token, "testWebhook", new { name = "hook" }, "delivery { status error }")).GetProperty("delivery");
        delivery.GetProperty("error").GetString().ShouldBe("localhost leads to an address that is private, local or reserved, and this server does not call such addresses");
        receiver.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Routes_are_set_tried_out_and_followed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await ServerProcess.StartAsync(settings: Local);
        var token = await server.TokenAsync("admin");
        receiver.Know(await CreateAsync(server, token, "releases", receiver.Url("ok")));
        (await RefusedAsync(server, token, "setEventRoute", new { name = "r", targets = new[] { "nats" } })).ShouldBe("EVENT_TARGET_NOT_FOUND");
        await DoAsync(server, token, "setEventRoute", new { name = "nothing-else", targets = Array.Empty<string>() }, "routes { name }");
        var routes = await DoAsync(
            server, token, "setEventRoute",
            new { name = "releases", priority = 10, types = new[] { "com.foundry.oms.branch.*" }, branches = new[] { "release/*" }, strategy = "FIRST", targets = new[] { "webhook:releases" } },
            "routes { name types }");
        routes.GetProperty("routes").ToString().ShouldBe("""[{"name":"releases","types":["branch.*"]},{"name":"nothing-else","types":[]}]""");

        async Task<string> TryAsync(string branch) => (await server.QueryAsync(
            token, "query ($b: String) { eventRouting(type: \"branch.created\", branch: $b) { type route { name } strategy targets } }", new { b = branch }))
            .GetProperty("data").GetProperty("eventRouting").ToString();
        (await TryAsync("release/1")).ShouldBe("""{"type":"io.oms.branch.created","route":{"name":"releases"},"strategy":"FIRST","targets":["webhook:releases"]}""");
        (await TryAsync("feature/1")).ShouldBe("""{"type":"io.oms.branch.created","route":{"name":"nothing-else"},"strategy":"ALL","targets":[]}""");

        await BranchAsync(server, token, "feature/1");
        await BranchAsync(server, token, "release/1");
        await Eventually.HoldsAsync(() => receiver.Received.Any(r => r.GetProperty("body").TryGetProperty("branch", out var b) && b.GetString() == "release/1"));
        receiver.Received.Select(r => r.GetProperty("body").GetProperty("type").GetString()).ShouldBe(["io.oms.routes.changed", "io.oms.branch.created"]);
        await DoAsync(server, token, "removeEventRoute", new { name = "releases" }, "routes { name }");
        (await RefusedAsync(server, token, "removeEventRoute", new { name = "releases" })).ShouldBe("EVENT_ROUTE_NOT_FOUND");
    }

    private static async Task<string> CreateAsync(ServerProcess server, string token, string name, string url) =>
        (await DoAsync(server, token, "createWebhook", new { name, url }, "secret")).GetProperty("secret").GetString()!;

    private static Task BranchAsync(ServerProcess server, string token, string name) => DoAsync(server, token, "createBranch", new { name }, "branch { name }");

    private static async Task<JsonElement> LettersAsync(ServerProcess server, string token) =>
        (await server.QueryAsync(token, "{ deadLetters { nodes { target eventType error attempts status isPoison } } }")).GetProperty("data").GetProperty("deadLetters").GetProperty("nodes");

    private static async Task<JsonElement> DoAsync(ServerProcess server, string token, string field, object input, string selection)
    {
        var payload = await SendAsync(server, token, field, input, selection);
        payload.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.ToString());
        return payload;
    }

    private static async Task<string> RefusedAsync(ServerProcess server, string token, string field, object input) =>
        (await SendAsync(server, token, field, input, "__typename")).GetProperty("errors").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString()!;

    private static async Task<JsonElement> SendAsync(ServerProcess server, string token, string field, object input, string selection)
    {
        var type = char.ToUpperInvariant(field[0]) + field[1..] + "Input";
        var answer = await server.QueryAsync(token, $"mutation ($input: {type}!) {{ {field}(input: $input) {{ {selection} errors {{ ... on Error {{ code message }} }} }} }}", new { input });
        answer.TryGetProperty("errors", out _).ShouldBeFalse(answer.ToString());
        return answer.GetProperty("data").GetProperty(field);
    }

    private static bool FilesContain(string folder, string text) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "owner.lock")
            .Any(f => ReadShared(f).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text["whsec_".Length..])) >= 0);

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
