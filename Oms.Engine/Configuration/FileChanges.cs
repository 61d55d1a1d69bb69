using System.Security.Cryptography;

namespace Oms.Engine.Configuration;

/// <summary>
/// Says when the content of files has changed and then stayed the same for a moment: editors write in several steps, and some put a new file in
/// the place of the old one.
/// </summary>
/// <param name="files">The files.</param>
/// <param name="changed">Called on one thread at a time.</param>
internal sealed class FileChanges(IReadOnlyCollection<string> files, Action changed) : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim touched = new(0);
    private readonly List<FileSystemWatcher> watchers = [];
    private byte[] seen = [];

    /// <summary>Begins to watch from the content that the files have now.</summary>
    public void Start()
    {
        seen = Fingerprint() ?? [];
        foreach (var folder in files.Select(f => Path.GetDirectoryName(Path.GetFullPath(f))!).Distinct(StringComparer.Ordinal))
            watchers.Add(Watch(folder));
        _ = Task.Run(RunAsync);
    }

    /// <summary>Stops watching.</summary>
    public void Dispose()
    {
        stop.Cancel();
        watchers.ForEach(w => w.Dispose());
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size };
        watcher.Changed += (_, _) => touched.Release();
        watcher.Created += (_, _) => touched.Release();
        watcher.Renamed += (_, _) => touched.Release();
        watcher.Error += (_, _) => touched.Release();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                await touched.WaitAsync(stop.Token);
                while (await touched.WaitAsync(Quiet, stop.Token))
                {
                    // Still being written.
                }

                if (Fingerprint() is not { } now || now.AsSpan().SequenceEqual(seen))
                    continue;
                seen = now;
                changed();
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody watches any more.
        }
    }

    // Null while a file is not there or not to be read: the one that takes its place is still to come.
    private byte[]? Fingerprint()
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in files)
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            return hash.GetHashAndReset();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
