using System.Text.Json;

namespace Oms.Graph.Hosting;

/// <summary>
/// The folder that holds everything a registry keeps: <c>oms.db</c>, the signing key, and while a server runs <c>server.json</c>,
/// which says where it can be reached. One process owns the folder at a time, by an exclusive lock on <c>owner.lock</c> that the
/// operating system ends with the process.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream owner;

    private DataFolder(string path, FileStream owner)
    {
        Path = path;
        this.owner = owner;
    }

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>The database file.</summary>
    public string Database => System.IO.Path.Combine(Path, "oms.db");

    /// <summary>Where a file of the folder lies.</summary>
    public static string FileIn(string folder, string name) => System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), name);

    /// <summary>Makes the folder where it is missing, and takes it for this process.</summary>
    /// <exception cref="StartRefusedException">It can not be written, or another process owns it.</exception>
    public static DataFolder Own(string folder)
    {
        var path = Create(folder);
        try
        {
            var owner = new FileStream(FileIn(path, "owner.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(path, owner);
        }
        catch (IOException) when (File.Exists(FileIn(path, "owner.lock")))
        {
            var server = RunningServer.Read(path);
            throw new StartRefusedException(server is null
                ? $"the data folder {path} is in use by another process; stop it first, or name another folder with --data"
                : $"the data folder {path} belongs to the server at {server.Url} (process {server.ProcessId}); stop it first, or name another folder with --data");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartRefusedException($"the data folder {path} can not be written: {e.Message}");
        }
    }

    /// <summary>The folder, absolute, where there is one; nothing is made.</summary>
    /// <exception cref="StartRefusedException">There is no such folder.</exception>
    public static string Existing(string folder)
    {
        var path = System.IO.Path.GetFullPath(folder);
        return Directory.Exists(path) ? path : throw new StartRefusedException($"there is no data folder {path}; name one with --data");
    }

    /// <summary>Makes the folder, readable by its owner only, where it is missing; returns it absolute.</summary>
    /// <exception cref="StartRefusedException">It can not be made.</exception>
    public static string Create(string folder)
    {
        var path = System.IO.Path.GetFullPath(folder);
        try
        {
            if (Directory.Exists(path))
                return path;
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"the data folder {path} can not be made: {e.Message}");
        }
    }

    /// <summary>Says where the server of this folder can be reached.</summary>
    public void Announce(string url) =>
        File.WriteAllText(FileIn(Path, RunningServer.FileName), JsonSerializer.Serialize(new RunningServer(Environment.ProcessId, url)));

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(FileIn(Path, RunningServer.FileName));
        owner.Dispose();
    }
}
