using Oms.Storage.Sqlite;

namespace Oms.Storage.Tests;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
internal sealed class DataFolder : IDisposable
{
    private int count;

    internal string Root { get; } = Directory.CreateTempSubdirectory("oms-store-").FullName;

    internal string File => Path.Combine(Root, SqliteStore.FileName);

    internal string Next() => Path.Combine(Root, $"{count++}");

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
