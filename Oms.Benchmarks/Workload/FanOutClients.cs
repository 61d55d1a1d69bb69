using System.Diagnostics;

namespace Oms.Benchmarks.Workload;

/// <summary>Many WebSocket clients that do as little as a client may: they count the events that come, and answer pings so as not to be dropped.</summary>
internal sealed class FanOutClients : IDisposable
{
    private readonly List<FanOutClient> clients = [];
    private readonly CancellationTokenSource ended = new();
    private FanOutClient? silent;
    private long received;

    /// <summary>How many events have come to all of them.</summary>
    public long Received => Interlocked.Read(ref received);

    /// <summary>When the last of them came, by <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long LastAt { get; private set; }

    /// <summary>Opens so many sockets; each sends some messages first and takes as many answers.</summary>
    public async Task OpenAsync(Uri server, string path, int count, IReadOnlyList<string> first, int answers)
    {
        for (var opened = 0; opened < count; opened += 100)
        {
            var some = await Task.WhenAll(Enumerable.Range(0, Math.Min(100, count - opened)).Select(_ => FanOutClient.OpenAsync(server, path, first, answers)));
            clients.AddRange(some);
            foreach (var client in some)
                _ = client.CountAsync(Count, ended.Token);
        }
    }

    /// <summary>Opens a socket whose client never reads, in place of the one before: a server may drop who answers no ping.</summary>
    public async Task OpenSilentAsync(Uri server, string path, IReadOnlyList<string> first)
    {
        silent?.Dispose();
        silent = await FanOutClient.OpenAsync(server, path, first, 0);
    }

    /// <summary>Waits until so many events have come.</summary>
    /// <exception cref="InvalidOperationException">The server has closed a client's connection.</exception>
    /// <exception cref="TimeoutException">They did not come within a minute; the message tells where they are.</exception>
    public async Task WaitAsync(long count)
    {
        for (var limit = Stopwatch.StartNew(); Received < count; await Task.Delay(1))
        {
            if (clients.Find(c => c.Failure is not null) is { } closed)
                throw new InvalidOperationException($"{clients.Count(c => c.Failure is not null)} clients lost their connection: {closed.Failure!.Message}. {Where(count)}", closed.Failure);
            if (limit.Elapsed > TimeSpan.FromSeconds(60))
                throw new TimeoutException(Where(count));
        }
    }

    public void Dispose()
    {
        ended.Cancel();
        silent?.Dispose();
        clients.ForEach(c => c.Dispose());
        ended.Dispose();
    }

    private void Count()
    {
        LastAt = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref received);
    }

    private string Where(long count)
    {
        var most = clients.Max(c => c.Received);
        var behind = clients.Where(c => c.Received < most).ToList();
        return $"{Received} of {count} events came; {behind.Count} of {clients.Count} clients have fewer than {most}, "
            + $"at least {behind.Select(c => c.Received).DefaultIfEmpty(most).Min()}, and {behind.Sum(c => c.Unread)} bytes wait in their sockets";
    }
}
