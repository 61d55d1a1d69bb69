using System.Globalization;
using System.Text.Json;

namespace Oms.Graph.Tests.Door;

/// <summary>Reads an answer by paths such as <c>ontology.objectTypes.nodes.0.name</c>.</summary>
internal static class JsonPaths
{
    /// <summary>The value at a path.</summary>
    public static JsonElement At(this JsonElement element, string path) => path.Split('.').Aggregate(element, Step);

    /// <summary>The text at a path; null for null.</summary>
    public static string? Text(this JsonElement element, string path) => element.At(path).GetString();

    /// <summary>The number at a path.</summary>
    public static long Number(this JsonElement element, string path) => element.At(path).GetInt64();

    /// <summary>True when there is null at a path.</summary>
    public static bool IsNull(this JsonElement element, string path) => element.At(path).ValueKind == JsonValueKind.Null;

    /// <summary>Every value at a path that goes through all items of the lists on its way, each as its text.</summary>
    public static string[] Texts(this JsonElement element, string path) =>
        [.. path.Split('.').Aggregate(Items(element), (found, name) => found.SelectMany(f => Items(f.GetProperty(name)))).Select(f => f.ToString())];

    private static IEnumerable<JsonElement> Items(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [element];

    private static JsonElement Step(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Array ? from[int.Parse(name, CultureInfo.InvariantCulture)] : from.GetProperty(name);
}
