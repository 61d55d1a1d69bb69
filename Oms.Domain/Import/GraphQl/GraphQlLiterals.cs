using System.Globalization;
using System.Text.Json;
using Oms.Domain.Ontology;

namespace Oms.Domain.Import.GraphQl;

/// <summary>Constants as JSON of a type of the registry.</summary>
internal static class GraphQlLiterals
{
    /// <summary>The value as JSON; null where the type has no such value, or a place for none.</summary>
    /// <param name="value">The constant.</param>
    /// <param name="type">The type.</param>
    /// <param name="find">Finds the enum or scalar that became a value type.</param>
    internal static JsonElement? Of(GraphQlValue value, TypeRef type, Func<ElementId, GraphQlType?> find)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            if (!Write(value, type, find, json, 0))
                return null;
        return JsonElement.Parse(bytes.ToArray());
    }

    private static bool Write(GraphQlValue value, TypeRef type, Func<ElementId, GraphQlType?> find, Utf8JsonWriter json, int depth)
    {
        if (type.Items is { } items)
            return depth < Ontology.Rules.Limits.TypeDepth && WriteList(value, items, find, json, depth);
        if (type.ValueType is { } id)
            return WriteNamed(value, id, find, json);
        switch (type.DataType, value.Kind)
        {
            case ("integer", GraphQlValueKind.Int) when int.TryParse(value.Text, CultureInfo.InvariantCulture, out var number):
                json.WriteNumberValue(number);
                return true;
            case ("double", GraphQlValueKind.Int or GraphQlValueKind.Float) when double.TryParse(value.Text, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                json.WriteNumberValue(number);
                return true;
            case ("string", GraphQlValueKind.String):
                json.WriteStringValue(value.Text);
                return true;
            case ("boolean", GraphQlValueKind.Boolean):
                json.WriteBooleanValue(value.Text == "true");
                return true;
            default:
                return false;
        }
    }

    private static bool WriteList(GraphQlValue value, TypeRef items, Func<ElementId, GraphQlType?> find, Utf8JsonWriter json, int depth)
    {
        json.WriteStartArray();
        var isGood = value.Kind == GraphQlValueKind.List
            ? value.Items.All(i => Write(i, items, find, json, depth + 1))
            : Write(value, items, find, json, depth + 1);
        if (isGood)
            json.WriteEndArray();
        return isGood;
    }

    private static bool WriteNamed(GraphQlValue value, ElementId id, Func<ElementId, GraphQlType?> find, Utf8JsonWriter json)
    {
        var isId = id == GraphQlWords.IdOf(ElementKind.ValueType, "ID");
        var type = isId ? null : find(id);
        var isGood = value.Kind switch
        {
            GraphQlValueKind.Enum => type?.Kind == GraphQlTypeKind.Enum && type.Values.Any(v => v.Name == value.Text),
            GraphQlValueKind.String => isId || (type?.Kind == GraphQlTypeKind.Scalar && GraphQlTypes.BaseOf(type.Name) == "string"),
            _ => false,
        };
        if (isGood)
            json.WriteStringValue(value.Text);
        return isGood;
    }
}
