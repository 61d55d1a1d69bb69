using System.Text.Json;
using Oms.Messaging.JetStream;
using Oms.Messaging.Nats;

namespace Oms.Samples.Funnel;

/// <summary>Reports by events to JetStream. An event has an id of its own, so the registry takes one that is sent twice once.</summary>
internal sealed class EventReports : IReports
{
    private readonly NatsConnection connection;
    private readonly string branch;
    private readonly IReadOnlyList<string> kinds;
    private readonly string indexing = Guid.CreateVersion7().ToString("D");
    private int sent;

    private EventReports(NatsConnection connection, string branch, IReadOnlyList<string> kinds) => (this.connection, this.branch, this.kinds) = (connection, branch, kinds);

    internal static async Task<EventReports> ConnectAsync(string server, string branch, IReadOnlyList<string> kinds) =>
        new(await NatsConnection.ConnectAsync(new NatsOptions { Servers = [NatsServer.Parse(server)], Name = "funnel" }), branch, kinds);

    public Task StartAsync(string reason) => TellAsync("started", new() { ["reason"] = reason });

    public Task ProgressAsync(int percent, string message) => TellAsync("progress", new() { ["progress_percent"] = percent, ["progress_message"] = message });

    public Task CompleteAsync(string commit, long records, long sizeBytes) => TellAsync("completed", new()
    {
        ["status"] = "success", ["commit"] = commit, ["records_indexed"] = records, ["index_size_bytes"] = sizeBytes, ["validation_results"] = new { passed = true },
    });

    public Task FailAsync(string message) => TellAsync("failed", new() { ["status"] = "failed", ["error_message"] = message });

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task TellAsync(string phase, Dictionary<string, object?> data)
    {
        (data["branch_name"], data["indexing_id"]) = (branch, indexing);
        if (kinds.Count > 0)
            data["resource_types"] = kinds;
        var id = $"{indexing}-{++sent}";
        var type = $"funnel.indexing.{phase}";
        var content = JsonSerializer.SerializeToUtf8Bytes(new { specversion = "1.0", id, source = "funnel-service", type, time = DateTimeOffset.UtcNow, data });
        await new JetStreamContext(connection).PublishAsync(type, content, new NatsHeaders([new(MessageHeaders.MessageId, id)]));
    }
}
