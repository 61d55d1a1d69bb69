using System.Text.Json;

namespace Oms.Samples.Funnel;

/// <summary>Reports by mutations, with the fencing token of the lock.</summary>
internal sealed class MutationReports(RegistryClient registry, string branch, IReadOnlyList<string> kinds) : IReports
{
    private const string Done = "branch { state }";

    private string indexing = string.Empty;
    private long fencingToken;

    public async Task StartAsync(string reason)
    {
        var input = new Dictionary<string, object?> { ["branch"] = branch, ["reason"] = reason, ["kinds"] = kinds.Count == 0 ? null : kinds };
        var payload = await registry.ChangeAsync("startIndexing", "lock { id fencingToken }", input);
        var held = payload.GetProperty("lock");
        (indexing, fencingToken) = (held.GetProperty("id").GetString()!, held.GetProperty("fencingToken").GetInt64());
    }

    public Task ProgressAsync(int percent, string message) => TellAsync("reportIndexingProgress", new() { ["progress"] = new { percent, message } });

    public Task CompleteAsync(string commit, long records, long sizeBytes) =>
        TellAsync("completeIndexing", new() { ["commit"] = commit, ["records"] = records, ["sizeBytes"] = sizeBytes });

    public Task FailAsync(string message) => TellAsync("failIndexing", new() { ["message"] = message });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<JsonElement> TellAsync(string field, Dictionary<string, object?> input)
    {
        (input["branch"], input["indexing"], input["fencingToken"]) = (branch, indexing, fencingToken);
        return await registry.ChangeAsync(field, Done, input);
    }
}
