using System.Text.Json;
using System.Text.Json.Nodes;

namespace Oms.Engine.Tests.Differential;

/// <summary>The responses of one incremental delivery put together as a client does, with what the protocol asks of them checked on the way.</summary>
internal sealed class MergedDelivery
{
    private readonly Dictionary<string, JsonObject> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private bool _hasNext;

    public MergedDelivery(IReadOnlyList<JsonNode> responses)
    {
        var first = responses[0].AsObject();
        Data = first["data"]?.DeepClone();
        Initial = first["data"]?.DeepClone();
        IsIncremental = first.ContainsKey("hasNext");
        TakeErrors(first);
        Announce(first);
        _hasNext = IsIncremental;
        Check(!IsIncremental || _open.Count > 0, "the initial response announces nothing");
        Check(IsIncremental || responses.Count == 1, "a response that says nothing of a next one has one");
        foreach (var response in responses.Skip(1))
            Take(response.AsObject());
        Check(!_hasNext, "the last response says that there is a next one");
        Check(_open.Count == 0, "something is never completed: " + string.Join(' ', _open.Keys));
    }

    public JsonNode? Initial { get; }

    public JsonNode? Data { get; }

    public bool IsIncremental { get; }

    public List<string> Faults { get; } = [];

    public List<string> Errors { get; } = [];

    public List<string> Announced { get; } = [];

    public List<string> Failed { get; } = [];

    private void Take(JsonObject response)
    {
        Check(_hasNext, "a response follows the last one");
        _hasNext = (bool)response["hasNext"]!;
        Announce(response);
        foreach (var part in response["incremental"] as JsonArray ?? [])
            Merge(part!.AsObject());
        foreach (var ended in response["completed"] as JsonArray ?? [])
            Complete(ended!.AsObject());
        Check(response.Count > 1 || !_hasNext, "a response says nothing");
        Check(_hasNext == _open.Count > 0, "hasNext is not whether something is pending");
    }

    private void Announce(JsonObject response)
    {
        foreach (var pending in response["pending"] as JsonArray ?? [])
        {
            var id = (string)pending!["id"]!;
            Check(_ids.Add(id), $"the id {id} is used twice");
            _open[id] = pending.AsObject();
            Announced.Add(Describe(pending.AsObject()));
        }
    }

    private static string Describe(JsonObject pending) => $"{pending["path"]!.ToJsonString()} {(string?)pending["label"]}";

    private void Merge(JsonObject part)
    {
        if (!_open.TryGetValue((string)part["id"]!, out var pending))
        {
            Faults.Add($"the id {part["id"]} is not pending");
            return;
        }

        TakeErrors(part);
        JsonNode? target = Data;
        foreach (var key in ((JsonArray)pending["path"]!).Concat(part["subPath"] as JsonArray ?? []))
            target = target is JsonArray list ? list[(int)key!] : target?[(string)key!];
        if (part["items"] is JsonArray items)
            Append(target, items);
        else
            Merge(target as JsonObject, part["data"] as JsonObject);
    }

    private void Append(JsonNode? target, JsonArray items)
    {
        Check(target is JsonArray, "items come for what is no list");
        Check(items.Count > 0, "no items come");
        foreach (var item in items)
            (target as JsonArray)?.Add(item?.DeepClone());
    }

    private void Merge(JsonObject? target, JsonObject? source)
    {
        Check(target is not null && source is not null, "data comes for what is no object");
        foreach (var (name, value) in source ?? [])
        {
            if (target?[name] is JsonObject known && value is JsonObject inner)
            {
                Merge(known, inner);
                continue;
            }

            Check(target?.ContainsKey(name) == false, $"{name} comes twice");
            if (target is not null)
                target[name] = value?.DeepClone();
        }
    }

    private void Complete(JsonObject ended)
    {
        var id = (string)ended["id"]!;
        Check(_open.Remove(id, out var pending), $"the id {id} is completed, and is not pending");
        TakeErrors(ended);
        if (ended.ContainsKey("errors"))
            Failed.Add(Describe(pending!));
    }

    private void TakeErrors(JsonObject carrier)
    {
        foreach (var error in carrier["errors"] as JsonArray ?? [])
            Errors.Add(ResponseComparison.Describe(JsonSerializer.SerializeToElement(error)));
    }

    private void Check(bool holds, string fault)
    {
        if (!holds)
            Faults.Add(fault);
    }
}
