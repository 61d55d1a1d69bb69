using System.Text.Json;

namespace Oms.Graph.Hosting;

/// <summary>The server that owns a data folder, as it announced itself.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Url">Where it can be reached.</param>
internal sealed record RunningServer(int ProcessId, string Url)
{
    /// <summary>The file of the announcement.</summary>
    internal const string FileName = "server.json";

    /// <summary>The announcement in this folder; null when there is none that can be read.</summary>
    internal static RunningServer? Read(string folder)
    {
        var file = DataFolder.FileIn(folder, FileName);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<RunningServer>(File.ReadAllText(file)) : null;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }
}
