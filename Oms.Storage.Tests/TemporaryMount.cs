using System.Diagnostics;
using Xunit;

namespace Oms.Storage.Tests;

/// <summary>A small file system in memory. Where this user may not mount one, the test is skipped and says so.</summary>
internal sealed class TemporaryMount : IAsyncDisposable
{
    private TemporaryMount(string path) => Path = path;

    internal string Path { get; }

    internal static Task<TemporaryMount> ReadOnlyAsync(string path) => MountAsync(path, "ro");

    internal static Task<TemporaryMount> OfSizeAsync(string path, int bytes) => MountAsync(path, $"size={bytes}");

    internal Task ResizeAsync(int bytes) => RunAsync("mount", "-o", $"remount,size={bytes}", Path);

    public async ValueTask DisposeAsync() => await RunAsync("umount", Path);

    private static async Task<TemporaryMount> MountAsync(string path, string options)
    {
        Directory.CreateDirectory(path);
        if (await RunAsync("mount", "-t", "tmpfs", "-o", options, "tmpfs", path) != 0)
            Assert.Skip("this user may not mount a file system");
        return new TemporaryMount(path);
    }

    private static async Task<int> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
