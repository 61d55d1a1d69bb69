using System.Text.Json;

namespace Oms.Engine.Tests.Differential;

/// <summary>Says where two responses differ: data with the order of its keys, and of each error its path and places.</summary>
internal static class ResponseComparison
{
    /// <returns>Null when they are the same.</returns>
    public static string? Difference(JsonElement expected, JsonElement actual)
    {
        var hasData = expected.TryGetProperty("data", out var expectedData);
        if (hasData != actual.TryGetProperty("data", out var actualData))
            return hasData ? "data is missing" : "data is not expected";
        if (hasData && Compare(expectedData, actualData, "data") is { } difference)
            return difference;
        var missing = Errors(expected);
        var surplus = Errors(actual).Where(error => !missing.Remove(error)).ToList();
        return missing.Count + surplus.Count == 0 ? null : $"errors missing: {string.Join(" | ", missing)}; not expected: {string.Join(" | ", surplus)}";
    }

    private static List<string> Errors(JsonElement response) =>
        response.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray().Select(Describe)] : [];

    public static string Describe(JsonElement error)
    {
        var path = error.TryGetProperty("path", out var given) && given.ValueKind == JsonValueKind.Array ? given.GetRawText() : "-";
        return $"{path.Replace(" ", "", StringComparison.Ordinal)} at {Places(error)}";
    }

    private static string Places(JsonElement error) =>
        error.TryGetProperty("locations", out var places)
            ? string.Join(' ', places.EnumerateArray().Select(Place).Order(StringComparer.Ordinal))
            : "";

    private static string Place(JsonElement place) =>
        place.ValueKind == JsonValueKind.Array ? $"{place[0]}:{place[1]}" : $"{place.GetProperty("line")}:{place.GetProperty("column")}";

    public static string? Compare(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind != actual.ValueKind)
            return $"{path}: expected {expected}, got {actual}";
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                return CompareObjects(expected, actual, path);
            case JsonValueKind.Array:
                return CompareArrays(expected, actual, path);
            case JsonValueKind.Number:
                return expected.GetDouble().Equals(actual.GetDouble()) ? null : $"{path}: expected {expected}, got {actual}";
            case JsonValueKind.String:
                return CompareText(expected.GetString()!, actual.GetString()!, path);
            default:
                return null;
        }
    }

    private static string? CompareObjects(JsonElement expected, JsonElement actual, string path)
    {
        var expectedNames = string.Join(',', expected.EnumerateObject().Select(property => property.Name));
        var actualNames = string.Join(',', actual.EnumerateObject().Select(property => property.Name));
        if (expectedNames != actualNames)
            return $"{path}: expected the keys {expectedNames}, got {actualNames}";
        return expected.EnumerateObject()
            .Select(property => Compare(property.Value, actual.GetProperty(property.Name), $"{path}.{property.Name}"))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string? CompareArrays(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
            return $"{path}: expected {expected.GetArrayLength()} items, got {actual.GetArrayLength()}";
        return expected.EnumerateArray().Zip(actual.EnumerateArray())
            .Select((pair, index) => Compare(pair.First, pair.Second, $"{path}[{index}]"))
            .FirstOrDefault(difference => difference is not null);
    }

    // Arguments are echoed as JSON text, in which 1 and 1.0 are the same number.
    private static string? CompareText(string expected, string actual, string path)
    {
        if (expected == actual)
            return null;
        if (!expected.StartsWith('{') || !actual.StartsWith('{'))
            return $"{path}: expected {expected}, got {actual}";
        using var expectedJson = JsonDocument.Parse(expected);
        using var actualJson = JsonDocument.Parse(actual);
        return Compare(expectedJson.RootElement, actualJson.RootElement, path + "(arguments)");
    }
}
