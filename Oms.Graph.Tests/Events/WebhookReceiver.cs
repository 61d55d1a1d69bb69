using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Oms.Engine.Tests.Node;

namespace Oms.Graph.Tests.Events;

/// <summary>Somebody who receives webhooks, with the reference library of Standard Webhooks.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private static readonly NodeFolder Node = new("Events", "receiver");

    private readonly Process process;
    private readonly Task reading;

    private WebhookReceiver(Process process, int port)
    {
        (this.process, Port) = (process, port);
        reading = Task.Run(ReadAsync);
    }

    internal int Port { get; }

    /// <summary>What it received: an object of path, failure (null when the signature is good), headers and body.</summary>
    internal ConcurrentQueue<JsonElement> Received { get; } = [];

    internal static async Task<WebhookReceiver> StartAsync()
    {
        var process = await Node.StartAsync("receiver.mjs");
        return new(process, int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }

    internal string Url(string path) => $"http://127.0.0.1:{Port}/{path}";

    internal void Know(string secret)
    {
        process.StandardInput.WriteLine(secret);
        process.StandardInput.Flush();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            Received.Enqueue(JsonElement.Parse(line));
    }
}
