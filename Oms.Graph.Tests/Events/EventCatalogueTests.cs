using System.Reflection;
using System.Text;
using System.Text.Json;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Engine.Tests.Node;
using Oms.Engine.Tests;
using Oms.Graph.Events;
using Oms.Graph.Tests.Door;
using Oms.Graph.Tests.Journeys;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Events;

/// <summary>
/// The types that are told, their schemas, their examples and the AsyncAPI document: one list, kept true. With OMS_UPDATE_DOCS=1 the files
/// are written anew.
/// </summary>
public sealed class EventCatalogueTests
{
    private static readonly NodeFolder Node = new("Events", "schemas");

    private static string Folder => Path.Combine(Root(), "docs", "events");

    [Fact]
    public void Every_type_stands_in_the_catalogue_once()
    {
        var types = typeof(EventTypes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral && f.Name != nameof(EventTypes.Prefix)).Select(f => (string)f.GetRawConstantValue()!);
        types.Where(t => EventCatalogue.Find(t) is null).ShouldBeEmpty("a type needs its line in EventCatalogue; then run this test with OMS_UPDATE_DOCS=1");
        EventCatalogue.All.Select(d => d.Type).ShouldBeUnique();
    }

    [Fact]
    public void The_documents_in_the_repository_are_those_that_are_made_from_the_records()
    {
        var made = EventDocuments.All().ToList();
        if (Environment.GetEnvironmentVariable("OMS_UPDATE_DOCS") == "1")
            WriteAnew(made);
        foreach (var (path, text) in made)
            File.ReadAllText(Path.Combine(Folder, path)).ShouldBe(text, $"{path}: run this test with OMS_UPDATE_DOCS=1");
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Count().ShouldBe(made.Count);
    }

    [Fact]
    public void Every_example_is_read_as_the_record_it_is_of()
    {
        foreach (var description in EventCatalogue.All)
            Should.NotThrow(() => JsonSerializer.Deserialize(EventDocuments.Example(description).Data.Text, description.Data, CanonicalJson.Options), description.Type);
    }

    [Fact]
    public async Task Examples_and_what_a_server_tells_hold_against_the_schemas_and_the_AsyncAPI_document_against_its_specification()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string> { ["Webhooks__AllowedNetworks"] = "127.0.0.0/8" });
        var admin = await server.TokenAsync("admin");
        await DoAsync(server, admin, "createWebhook", new { name = "all", url = receiver.Url("ok") });
        await DoAsync(server, admin, "createWebhook", new { name = "idle", url = receiver.Url("ok") });
        await DoAsync(server, admin, "createBranch", new { name = "work" });
        await DoAsync(server, admin, "commit", new { branch = "work", message = "m", issues = new[] { "OMS-1" }, operations = Model.EveryKind });
        await DoAsync(server, admin, "commit", new { branch = "work", message = "m", issues = new[] { "OMS-1" }, operations = new object[] { new { rename = new { element = "ot-person", name = "Human" } } } });
        foreach (var operation in new object[]
        {
            new { addProperty = new { element = "ot-person", property = new { name = "born", type = Model.Data("date") } } },
            new { renameMember = new { element = "ot-person", member = "born", name = "birth" } },
            new { removeMember = new { element = "ot-person", member = "birth" } },
        })
            await DoAsync(server, admin, "commit", new { branch = "work", message = "m", issues = new[] { "OMS-1" }, operations = new[] { operation } });
        await DoAsync(server, admin, "protectBranch", new { branch = "work", reason = "ready" });
        await DoAsync(server, admin, "mergeBranch", new { into = "main", from = "work", message = "m", issues = new[] { "OMS-1" } });
        var taken = await DoAsync(server, admin, "lockBranch", new { branch = "work", reason = "r" }, "lock { fencingToken }");
        var token = taken.GetProperty("lock").GetProperty("fencingToken").GetInt64();
        await DoAsync(server, admin, "heartbeatLock", new { branch = "work", fencingToken = token, progress = new { percent = 5, message = "on" } });
        await DoAsync(server, admin, "extendLock", new { branch = "work", fencingToken = token, ttlSeconds = 100 });
        await DoAsync(server, admin, "unlockBranch", new { branch = "work", fencingToken = token });
        await DoAsync(server, admin, "setEventRoute", new { name = "nobody", types = new[] { "none.*" }, targets = Array.Empty<string>() });
        await DoAsync(server, admin, "disableWebhook", new { name = "idle", reason = "r" });
        await Eventually.HoldsAsync(() => receiver.Received.Any(r => r.GetProperty("body").GetProperty("type").GetString() == EventTypes.WebhookDisabled));

        var told = receiver.Received.Select(r => r.GetProperty("body")).ToList();
        var file = Path.Combine(server.Data, "told.ndjson");
        await File.WriteAllLinesAsync(file, told.Select(e => e.GetRawText()), TestContext.Current.CancellationToken);
        told.Select(e => EventTypes.Suffix(e.GetProperty("type").GetString()!)).Distinct().Order(StringComparer.Ordinal).ShouldBe(
        [
            "actiontype.created", "branch.created", "branch.merged", "branch.protectionchanged", "branch.statechanged", "branch.updated", "functiontype.created",
            "interface.created", "linktype.created", "lock.acquired", "lock.extended", "lock.heartbeat", "lock.released", "objecttype.created", "objecttype.updated",
            "property.created", "property.deleted", "property.updated", "routes.changed", "sharedproperty.created", "structtype.created", "valuetype.created", "webhook.disabled",
        ]);
        (await Node.RunAsync("validate.mjs", Folder, file)).ShouldBe([$"seen {EventCatalogue.All.Length} {told.Count}"]);
    }

    private static void WriteAnew(List<(string Path, string Text)> made)
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        foreach (var (path, text) in made)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, path))!);
            File.WriteAllText(Path.Combine(Folder, path), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }

    private static async Task<JsonElement> DoAsync(ServerProcess server, string token, string field, object input, string selection = "__typename")
    {
        var type = char.ToUpperInvariant(field[0]) + field[1..] + "Input";
        var answer = await server.QueryAsync(token, $"mutation ($input: {type}!) {{ {field}(input: $input) {{ {selection} errors {{ ... on Error {{ code message }} }} }} }}", new { input });
        answer.TryGetProperty("errors", out _).ShouldBeFalse(answer.ToString());
        var payload = answer.GetProperty("data").GetProperty(field);
        payload.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.ToString());
        return payload;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Oms.sln")))
            folder = folder.Parent.ShouldNotBeNull();
        return folder.FullName;
    }
}
