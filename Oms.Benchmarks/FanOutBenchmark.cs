using System.Diagnostics;
using System.Globalization;
using System.Text;
using Oms.Benchmarks.Workload;

namespace Oms.Benchmarks;

/// <summary>
/// One event to many graphql-transport-ws clients, beside a bare broadcast of the same bytes to as many WebSockets; rounds interleaved. The parts are
/// numbers of clients: <c>--only 2000,5000</c>.
/// </summary>
internal sealed class FanOutBenchmark : IBenchmark
{
    private const int ServerCore = 1;

    // A process may mostly have 20,000 files open, and both sides' clients are in this one; more are measured one side after the other.
    private const int AtOnce = 5_000;
    // Clients times rounds until the compiler has nothing left to do; before, it takes a fifth of the engine's time.
    private const int WarmUp = 10_000;
    private const string Init = """{"type":"connection_init"}""";
    private const string Subscribe = """{"id":"1","type":"subscribe","payload":{"query":"subscription Changed($b: String!) { objectTypeChanged(branch: $b) { id displayName description status version } }","variables":{"b":"main"}}}""";

    // What a subscriber is sent, so that the bare server sends the same.
    private const string Message = """{"id":"1","type":"next","payload":{"data":{"objectTypeChanged":{"id":"ri.ontology.main.object-type.000042","displayName":"Object Type 42","description":"Describes object type number 42 of the main branch, as registered by the ontology team.","status":"ACTIVE","version":95}}}}""";

    /// <inheritdoc/>
    public string Name => "fan-out";

    /// <inheritdoc/>
    public string Question => "What does a subscription's event cost for each of 1,000 clients, beside a bare broadcast of the same bytes?";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options)
    {
        (int Clients, int Silent)[] parts = [(1_000, 0), (1_000, 1), (options.Quick ? 2_000 : 10_000, 0)];
        var figures = new List<Figure>();
        foreach (var (clients, silent) in options.Only.Count == 0 ? parts : options.Only.Select(n => (int.Parse(n, CultureInfo.InvariantCulture), 0)))
            figures.AddRange(await CompareAsync(clients, options, silent));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> CompareAsync(int clients, BenchmarkOptions options, int silent)
    {
        var graph = await Side.OpenAsync("/graphql", clients, [Init, Subscribe], 1, silent);
        if (clients > AtOnce)
        {
            await using (graph)
                await RoundsAsync(options, graph);
            await using var bare = await Side.OpenAsync("/broadcast", clients, [], 0, silent);
            await RoundsAsync(options, bare);
            return FiguresOf(graph, bare, clients, silent);
        }

        await using (graph)
        {
            await using var bare = await Side.OpenAsync("/broadcast", clients, [], 0, silent);
            await RoundsAsync(options, graph, bare);
            return FiguresOf(graph, bare, clients, silent);
        }
    }

    private static async Task RoundsAsync(BenchmarkOptions options, params Side[] sides)
    {
        var (warm, rounds, events) = options.Quick ? (1, 3, 20) : (Math.Max(1, WarmUp / sides[0].Clients), 9, 40);
        for (var i = -warm; i < rounds; i++)
        {
            foreach (var side in sides)
                await side.RoundAsync(events, isCounted: i >= 0);
        }
    }

    private static IReadOnlyList<Figure> FiguresOf(Side graph, Side bare, int clients, int silent)
    {
        var what = $"{clients:N0} clients{(silent > 0 ? ", one of them silent" : "")}";
        return
        [
            Figure.Median($"{what}: engine, CPU per message", "µs", graph.Cpu),
            Figure.Median($"{what}: bare, CPU per message", "µs", bare.Cpu),
            Figure.Median($"{what}: engine to bare, CPU per message", "x", [.. graph.Cpu.Zip(bare.Cpu, (g, b) => g / b)]),
            Figure.Median($"{what}: engine, to the last client", "ms", graph.ToLast),
            Figure.Median($"{what}: bare, to the last client", "ms", bare.ToLast),
            Figure.Once($"{what}: engine, memory per client", "KB", graph.BytesOfClient / 1000),
            Figure.Once($"{what}: bare, memory per client", "KB", bare.BytesOfClient / 1000),
        ];
    }

    private sealed class Side : IAsyncDisposable
    {
        private readonly WorkloadProcess server;
        private readonly FanOutClients clients = new();
        private readonly string path;
        private readonly IReadOnlyList<string> first;
        private readonly int count;
        private readonly int silent;

        private Side(WorkloadProcess server, string path, IReadOnlyList<string> first, int count, int silent) =>
            (this.server, this.path, this.first, this.count, this.silent) = (server, path, first, count, silent);

        public List<double> Cpu { get; } = [];

        public List<double> ToLast { get; } = [];

        public double BytesOfClient { get; private set; }

        public int Clients => count;

        private Uri Address => server.Client.BaseAddress!;

        public static async Task<Side> OpenAsync(string path, int count, IReadOnlyList<string> first, int answers, int silent)
        {
            var side = new Side(await WorkloadProcess.StartAsync(ServerCore), path, first, count, silent);
            await side.PublishAsync();
            var before = side.server.ResidentBytes;
            await side.clients.OpenAsync(side.Address, path, count, first, answers);
            await side.HasListenersAsync(count);
            side.BytesOfClient = (double)(side.server.ResidentBytes - before) / count;
            return side;
        }

        public async Task RoundAsync(int events, bool isCounted)
        {
            if (silent > 0)
                await clients.OpenSilentAsync(Address, path, first);
            var (cpu, waits) = (server.CpuSeconds, new List<double>());
            for (var i = 0; i < events; i++)
            {
                var (due, start) = (clients.Received + count, Stopwatch.GetTimestamp());
                await PublishAsync();
                await DeliveredAsync(due);
                waits.Add(Stopwatch.GetElapsedTime(start, clients.LastAt).TotalMilliseconds);
            }

            if (!isCounted)
                return;
            Cpu.Add((server.CpuSeconds - cpu) / events / count * 1e6);
            ToLast.Add(Figure.MedianOf(waits));
        }

        public async ValueTask DisposeAsync()
        {
            clients.Dispose();
            await server.DisposeAsync();
        }

        private async Task DeliveredAsync(long due)
        {
            try
            {
                await clients.WaitAsync(due);
            }
            catch (Exception e) when (e is TimeoutException or InvalidOperationException)
            {
                throw new InvalidOperationException($"{path}: {e.Message}; the server has {await ListenersAsync()} listeners", e);
            }
        }

        private async Task HasListenersAsync(int expected)
        {
            for (var limit = Stopwatch.StartNew(); await ListenersAsync() is var listeners && listeners < expected; await Task.Delay(50))
                if (limit.Elapsed > TimeSpan.FromSeconds(60))
                    throw new TimeoutException($"{path}: {listeners} of {expected} clients listen");
        }

        private async Task<int> ListenersAsync() => int.Parse(await server.Client.GetStringAsync(path + "/listeners"), CultureInfo.InvariantCulture);

        private async Task PublishAsync()
        {
            using var content = path == "/graphql" ? new ByteArrayContent(WorkloadRequests.BodyOf("publish")) : new StringContent(Message, Encoding.UTF8);
            content.Headers.ContentType = new("application/json");
            using var response = await server.Client.PostAsync(path == "/graphql" ? path : path + "/send", content);
            response.EnsureSuccessStatusCode();
        }
    }
}
