using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Oms.Messaging.Nats;

namespace Oms.Messaging.Tests.Servers;

/// <summary>A real nats-server (Debian package nats-server) on a free port, with JetStream in a folder of its own.</summary>
internal sealed partial class NatsServerProcess : IAsyncDisposable
{
    private const int SigContinue = 18;
    private const int SigStop = 19;

    private readonly string[] arguments;
    private Process? process;

    private NatsServerProcess(int port, string folder, string[] arguments) => (Port, Folder, this.arguments) = (port, folder, arguments);

    internal int Port { get; }

    internal string Folder { get; }

    internal NatsServer Address => new("127.0.0.1", Port, RequiresTls: false);

    internal NatsOptions Options => new() { Servers = [Address], ReconnectWait = TimeSpan.FromMilliseconds(20), MaxReconnectWait = TimeSpan.FromMilliseconds(200) };

    internal static Task<NatsServerProcess> StartAsync(params string[] more) => StartAsync(FreePort(), more);

    internal static async Task<NatsServerProcess> StartAsync(int port, params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("oms-nats-").FullName;
        var server = new NatsServerProcess(port, folder, ["-a", "127.0.0.1", "-p", $"{port}", "-js", "-sd", folder, .. more]);
        await server.StartAgainAsync();
        return server;
    }

    internal async Task StartAgainAsync()
    {
        try
        {
            process = Process.Start(new ProcessStartInfo("nats-server", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException("nats-server is not installed; its Debian package is nats-server.", e);
        }

        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        await WaitUntilOpenAsync();
    }

    internal async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>What a disk that forgets leaves: nothing, or what it held before.</summary>
    internal void RestoreFolder(string? copy)
    {
        Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        if (copy is not null)
            CopyFolder(copy, Folder);
    }

    internal static void CopyFolder(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    /// <summary>Stops its threads where they are; answers nothing from here on.</summary>
    internal void Pause()
    {
        Signal(process!.Id, SigStop);
        SpinWait.SpinUntil(IsStopped, TimeSpan.FromSeconds(5));
    }

    internal void Resume() => Signal(process!.Id, SigContinue);

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await KillAsync();
        process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static ImmutableArray<int> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(l => l.Start());
        ImmutableArray<int> ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        listeners.ForEach(l => l.Dispose());
        return ports;
    }

    private async Task WaitUntilOpenAsync()
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            if (process!.HasExited)
                throw new InvalidOperationException($"nats-server ended with {process.ExitCode}.");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (watch.Elapsed < TimeSpan.FromSeconds(20))
            {
                // Not listening yet.
            }
        }
    }

    // A signal is taken a moment after it was sent, by each thread (proc(5): the state behind the name in brackets).
    private bool IsStopped() => Directory.GetDirectories($"/proc/{process!.Id}/task")
        .All(thread => File.ReadAllText(Path.Combine(thread, "stat")) is var stat && stat[(stat.LastIndexOf(')') + 2)..].StartsWith('T'));

    private static void Signal(int id, int signal)
    {
        if (Kill(id, signal) != 0)
            throw new InvalidOperationException($"signal {signal} could not be sent to {id}");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int id, int signal);
}
