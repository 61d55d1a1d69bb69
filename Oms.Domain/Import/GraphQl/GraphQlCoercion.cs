using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Oms.Domain.Import.GraphQl;

/// <summary>
/// What a constant means for an input type (GraphQL specification, sections 3.5 to 3.12, input coercion), as a text that is equal for equal
/// meanings: a single value for a list is a list of one, an object has the defaults of what it leaves out, and its fields are in order.
/// </summary>
/// <param name="schema">The schema that the types are of.</param>
public sealed class GraphQlCoercion(GraphQlSchema schema)
{
    // Defaults may lead round in a circle.
    private const int MaxDepth = 64;
    private static readonly FrozenSet<string> BuiltIn = new[] { "Int", "Float", "String", "Boolean", "ID" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The meaning; null where there is no value, or none of the type.</summary>
    public string? Meaning(GraphQlValue? value, string type)
    {
        if (value is null)
            return null;
        var text = new StringBuilder();
        return Append(value, type, text, 0) ? text.ToString() : null;
    }

    private bool Append(GraphQlValue value, ReadOnlySpan<char> type, StringBuilder text, int depth)
    {
        if (depth > MaxDepth)
            return false;
        if (value.Kind == GraphQlValueKind.Null)
        {
            text.Append("null");
            return !GraphQlTypeText.IsNonNull(type);
        }

        var nullable = GraphQlTypeText.Nullable(type);
        if (GraphQlTypeText.IsList(nullable))
            return AppendList(value, GraphQlTypeText.Items(nullable), text, depth);
        var name = nullable.ToString();
        if (BuiltIn.Contains(name))
            return AppendBuiltIn(value, name, text);
        return schema.Types.GetValueOrDefault(name) switch
        {
            { Kind: GraphQlTypeKind.Enum } type1 => AppendEnum(value, type1, text),
            { Kind: GraphQlTypeKind.InputObject } type1 => AppendObject(value, type1, text, depth),
            { Kind: GraphQlTypeKind.Scalar } => AppendUntyped(value, text, depth),
            _ => false,
        };
    }

    private bool AppendList(GraphQlValue value, ReadOnlySpan<char> items, StringBuilder text, int depth)
    {
        text.Append('[');
        if (value.Kind != GraphQlValueKind.List)
        {
            if (!Append(value, items, text, depth + 1))
                return false;
        }
        else
        {
            foreach (var item in value.Items)
            {
                if (!Append(item, items, text, depth + 1))
                    return false;
                text.Append(',');
            }

            if (value.Items.Length > 0)
                text.Length--;
        }

        text.Append(']');
        return true;
    }

    private bool AppendObject(GraphQlValue value, GraphQlType type, StringBuilder text, int depth)
    {
        if (value.Kind != GraphQlValueKind.Object)
            return false;
        text.Append('{');
        foreach (var field in type.InputFields.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var given = Given(value, field.Name) ?? field.Default;
            if (given is null && GraphQlTypeText.IsNonNull(field.Type))
                return false;
            if (given is null)
                continue;
            text.Append(field.Name).Append(':');
            if (!Append(given, field.Type, text, depth + 1))
                return false;
            text.Append(',');
        }

        text.Append('}');
        return true;
    }

    private static GraphQlValue? Given(GraphQlValue value, string name)
    {
        foreach (var field in value.Fields)
            if (field.Key == name)
                return field.Value;
        return null;
    }

    private static bool AppendEnum(GraphQlValue value, GraphQlType type, StringBuilder text)
    {
        AppendText(value.Text, text);
        return value.Kind == GraphQlValueKind.Enum && type.Values.Any(v => v.Name == value.Text);
    }

    private static bool AppendBuiltIn(GraphQlValue value, string name, StringBuilder text)
    {
        switch (name, value.Kind)
        {
            case ("String", GraphQlValueKind.String) or ("ID", GraphQlValueKind.String or GraphQlValueKind.Int):
                AppendText(value.Text, text);
                return true;
            case ("Boolean", GraphQlValueKind.Boolean):
                text.Append(value.Text);
                return true;
            case ("Int", GraphQlValueKind.Int) when int.TryParse(value.Text, CultureInfo.InvariantCulture, out var number):
                text.Append(CultureInfo.InvariantCulture, $"{number}");
                return true;
            case ("Float", GraphQlValueKind.Int or GraphQlValueKind.Float):
                AppendNumber(value.Text, text);
                return true;
            default:
                return false;
        }
    }

    // A scalar of the schema's own takes any constant, and the name of an enum's value for a text.
    private static bool AppendUntyped(GraphQlValue value, StringBuilder text, int depth)
    {
        if (depth > MaxDepth)
            return false;
        switch (value.Kind)
        {
            case GraphQlValueKind.String or GraphQlValueKind.Enum:
                AppendText(value.Text, text);
                return true;
            case GraphQlValueKind.Int or GraphQlValueKind.Float:
                AppendNumber(value.Text, text);
                return true;
            case GraphQlValueKind.List:
                text.Append('[');
                var isGood = value.Items.All(i => AppendUntyped(i, text.Append(','), depth + 1));
                text.Append(']');
                return isGood;
            case GraphQlValueKind.Object:
                text.Append('{');
                var isWhole = value.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).All(f => AppendUntyped(f.Value, text.Append(f.Key).Append(':'), depth + 1));
                text.Append('}');
                return isWhole;
            default:
                text.Append(value.Text);
                return true;
        }
    }

    private static void AppendText(string value, StringBuilder text) => text.Append('"').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');

    private static void AppendNumber(string number, StringBuilder text) =>
        text.Append(CultureInfo.InvariantCulture, $"{double.Parse(number, CultureInfo.InvariantCulture):R}");
}
