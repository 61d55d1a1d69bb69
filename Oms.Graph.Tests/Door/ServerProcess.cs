using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Oms.Graph.Tests.Door;

/// <summary>A real server in a process of its own, on a free port and a data folder of its own, reached as its users reach it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Oms.Graph.dll");

    private readonly List<string> output = [];
    private readonly string[] more;
    private Process process;

    private ServerProcess(string data, int port, Process process, IReadOnlyDictionary<string, string>? settings, string[] more)
    {
        this.more = more;
        Settings = settings ?? new Dictionary<string, string>();
        Data = data;
        Port = port;
        this.process = process;
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(100) };
    }

    public string Data { get; }

    /// <summary>Environment variables of the server, as an operator would set them.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public int Port { get; }

    public HttpClient Client { get; }

    public int ProcessId => process.Id;

    public string Output
    {
        get
        {
            lock (output)
                return string.Join('\n', output);
        }
    }

    /// <summary>Starts a server and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(
        string sample = "none", string? data = null, IReadOnlyDictionary<string, string>? settings = null, params string[] more)
    {
        data ??= Directory.CreateTempSubdirectory("oms-").FullName;
        var port = FreePort();
        var server = new ServerProcess(data, port, new Process(), settings, more);
        try
        {
            await server.RestartAsync(sample);
            return server;
        }
        catch
        {
            // A server that never became ready must not outlive the test that wanted it.
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server again on the same data and port.</summary>
    public async Task RestartAsync(string sample = "none")
    {
        process = Launch(["--urls", $"http://127.0.0.1:{Port}", "--data", Data, "--sample", sample, .. more], Settings, line =>
        {
            lock (output)
                output.Add(line);
        });
        await WaitUntilReadyAsync();
    }

    /// <summary>Ends the server as a power switch would end its process.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Prints a token by the command.</summary>
    public Task<string> TokenAsync(string role, string user = "tester") => TokenAsync(Data, role, user);

    /// <summary>Prints a token by the command.</summary>
    public static async Task<string> TokenAsync(string data, string role, string user)
    {
        var (code, text, error) = await RunAsync("token", "--user", user, "--role", role, "--data", data);
        return code == 0 ? text.Trim() : throw new InvalidOperationException(error);
    }

    /// <summary>Runs a command of the program to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var command = Process.Start(StartInfo(arguments))!;
        var text = command.StandardOutput.ReadToEndAsync();
        var error = command.StandardError.ReadToEndAsync();
        await command.WaitForExitAsync();
        return (command.ExitCode, await text, await error);
    }

    /// <summary>Begins a command of the program; whoever begins it ends it.</summary>
    public static Process Begin(params string[] arguments) => Launch(arguments, new Dictionary<string, string>(), _ => { });

    /// <summary>Sends one operation and reads its whole answer.</summary>
    public async Task<JsonElement> QueryAsync(string token, string query, object? variables = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        using var response = await Client.SendAsync(request, cancellationToken);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    /// <summary>A port that nobody listens on just now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        return start;
    }

    private static Process Launch(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, Action<string> onLine)
    {
        var start = StartInfo(arguments);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, e) => onLine(e.Data ?? "");
        started.ErrorDataReceived += (_, e) => onLine(e.Data ?? "");
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private async Task WaitUntilReadyAsync()
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"the server ended with {process.ExitCode}:\n{Output}");
            if (watch.Elapsed > TimeSpan.FromSeconds(60))
                throw new TimeoutException($"the server was not ready after 60 s:\n{Output}");
            try
            {
                using var response = await Client.GetAsync("/health/ready");
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }

            await Task.Delay(50);
        }
    }
}
