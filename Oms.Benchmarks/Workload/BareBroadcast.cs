using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace Oms.Benchmarks.Workload;

/// <summary>A broadcast of given bytes to every open WebSocket, and nothing more: what sockets alone cost.</summary>
internal static class BareBroadcast
{
    /// <summary>
    /// Maps <c>/broadcast</c> for the sockets, <c>/broadcast/send</c>, which sends its body to all of them, and <c>/broadcast/listeners</c>, how many they are.
    /// </summary>
    public static void Map(WebApplication application)
    {
        var sockets = new ConcurrentDictionary<WebSocket, WebSocket>();
        application.Map("/broadcast", async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            sockets[socket] = socket;
            try
            {
                var buffer = new byte[16];
                while ((await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted)).MessageType != WebSocketMessageType.Close)
                {
                }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException)
            {
                // The client is gone.
            }
            finally
            {
                sockets.TryRemove(socket, out _);
            }
        });
        application.MapGet("/broadcast/listeners", () => $"{sockets.Count}");
        application.MapPost("/broadcast/send", async context =>
        {
            var memory = new MemoryStream();
            await context.Request.Body.CopyToAsync(memory);
            var message = new ReadOnlyMemory<byte>(memory.ToArray());
            // All at once: a client that does not read holds up nobody.
            await Task.WhenAll(sockets.Keys.Select(s => s.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask()));
        });
    }
}
