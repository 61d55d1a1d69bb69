using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Oms.Storage.Tests;

/// <summary>A private PostgreSQL (Debian package postgresql) on a free port, in a folder of its own.</summary>
public sealed class PostgreSqlCluster : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("oms-pg-").FullName;
    private readonly int port = FreePort();
    private readonly string[] settings;
    private Process? process;
    private int databases;

    private PostgreSqlCluster(string[] settings) => this.settings = settings;

    internal static async Task<PostgreSqlCluster> StartAsync(params string[] settings)
    {
        var cluster = new PostgreSqlCluster([.. settings.SelectMany(s => new[] { "-c", s })]);
        // PostgreSQL does not run as root.
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", cluster.folder);
        await RunAsync([.. AsOwner(Program("initdb")), "-D", cluster.folder, "-U", "oms", "--auth", "trust", "--encoding", "UTF8", "--no-sync"]);
        await cluster.StartAgainAsync();
        return cluster;
    }

    /// <summary>Makes a database and gives the connection to it.</summary>
    internal async Task<string> CreateDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        await RunAsync(Program("createdb"), "-h", "127.0.0.1", "-p", $"{port}", "-U", "oms", name);
        return $"Host=127.0.0.1;Port={port};Username=oms;Database={name};Timeout=5;Maximum Pool Size=20";
    }

    /// <summary>Runs statements as the owner of the cluster.</summary>
    internal Task RunSqlAsync(string connection, string sql)
    {
        var database = connection.Split(';').Single(p => p.StartsWith("Database=", StringComparison.Ordinal)).Split('=')[1];
        return RunAsync(Program("psql"), "-h", "127.0.0.1", "-p", $"{port}", "-U", "oms", "-d", database, "-v", "ON_ERROR_STOP=1", "-q", "-c", sql);
    }

    internal async Task StartAgainAsync()
    {
        string[] command = [.. AsOwner(Program("postgres")), "-D", folder, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={folder}", .. settings];
        process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        for (var watch = Stopwatch.StartNew(); await ExitCodeAsync(Program("pg_isready"), "-q", "-h", "127.0.0.1", "-p", $"{port}") != 0; await Task.Delay(100))
            if (process.HasExited || watch.Elapsed > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException("PostgreSQL did not start.");
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    internal async Task StopAsync()
    {
        await RunAsync([.. AsOwner(Program("pg_ctl")), "stop", "-D", folder, "-m", "immediate"]);
        await process!.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await StopAsync();
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string[] AsOwner(string program) => Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", program] : [program];

    private static string Program(string name)
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return versions.Select(v => Path.Combine(v, "bin", name)).Where(File.Exists).Order(StringComparer.Ordinal).LastOrDefault()
            ?? throw new InvalidOperationException($"{name} is not installed; its Debian package is postgresql.");
    }

    private static async Task RunAsync(params string[] command)
    {
        var code = await ExitCodeAsync(command);
        if (code != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {code}.");
    }

    private static async Task<int> ExitCodeAsync(params string[] command)
    {
        using var run = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        await Task.WhenAll(run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        return run.ExitCode;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
