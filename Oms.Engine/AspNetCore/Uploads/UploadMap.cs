using System.Text.Json;
using System.Text.Unicode;

namespace Oms.Engine.AspNetCore.Uploads;

/// <summary>Reads the field <c>map</c>: for each file, by the name of its field, the paths where it belongs.</summary>
internal static class UploadMap
{
    /// <summary>How many places the files of one request may have together.</summary>
    private const int MaxPaths = 1000;

    /// <summary>Reads the field.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="maxFiles">How many files it may name.</param>
    /// <param name="paths">The paths of each file.</param>
    /// <returns>Why it was refused; null when it was not.</returns>
    public static TransportRefusal? Read(ReadOnlySpan<byte> json, int maxFiles, Dictionary<string, List<string>> paths)
    {
        if (!Utf8.IsValid(json))
            return UploadRefusals.Map("\"map\" is not valid UTF-8.");
        var reader = new Utf8JsonReader(json);
        try
        {
            var refusal = ReadObject(ref reader, maxFiles, paths);
            if (refusal is null)
                reader.Read();
            return refusal;
        }
        catch (JsonException)
        {
            return UploadRefusals.Map("\"map\" is not valid JSON.");
        }
    }

    private static TransportRefusal? ReadObject(ref Utf8JsonReader reader, int maxFiles, Dictionary<string, List<string>> paths)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return UploadRefusals.Map("\"map\" must be a JSON object.");
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (LoneSurrogates.IsIn(ref reader))
                return UploadRefusals.Map("A name in \"map\" has half of a surrogate pair.");
            if (paths.Count == maxFiles)
                return UploadRefusals.Form($"A request may have {maxFiles} files.");
            var name = reader.GetString()!;
            var places = new List<string>();
            if (!paths.TryAdd(name, places))
                return UploadRefusals.Map("A file is given twice in \"map\".");
            if (ReadPaths(ref reader, places) is { } refusal)
                return refusal;
            if (places.Count == 0)
                return UploadRefusals.NoPath(name);
            count += places.Count;
            if (count > MaxPaths)
                return UploadRefusals.Map($"\"map\" may have {MaxPaths} paths.");
        }

        return null;
    }

    private static TransportRefusal? ReadPaths(ref Utf8JsonReader reader, List<string> places)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
            return UploadRefusals.Map("Each entry of \"map\" must be a list of paths.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String || LoneSurrogates.IsIn(ref reader))
                return UploadRefusals.Map("A path of \"map\" must be a string.");
            if (places.Count > MaxPaths)
                return UploadRefusals.Map($"\"map\" may have {MaxPaths} paths.");
            places.Add(reader.GetString()!);
        }

        return null;
    }
}
