using System.Text.Json;

namespace Oms.Domain.Ontology.Rules;

/// <summary>Whether a value has the outer form of a shape: a GeoJSON geometry (RFC 7946) or well-known text (OGC 06-103r4).</summary>
internal static class GeoShapes
{
    private static readonly string[] Geometries =
        ["Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon"];

    internal static bool IsGeometry(JsonElement value) =>
        value.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && Geometries.Contains(type.GetString())
        && value.TryGetProperty("coordinates", out var coordinates) && coordinates.ValueKind == JsonValueKind.Array;

    internal static bool IsWellKnownText(string text)
    {
        var word = text.AsSpan().TrimStart();
        var end = word.IndexOfAny(' ', '(');
        if (end < 0 || !text.AsSpan().TrimEnd().EndsWith(")"))
            return false;
        foreach (var geometry in Geometries)
            if (word[..end].Equals(geometry, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
