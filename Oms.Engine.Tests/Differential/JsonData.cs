using System.Globalization;
using System.Text;
using System.Text.Json;
using Oms.Engine.Execution;
using Oms.Engine.Types;

namespace Oms.Engine.Tests.Differential;

/// <summary>Resolves fields from generated data as the oracle does: a field is the property of its name.</summary>
internal static class JsonData
{
    public static ValueTask<object?> Resolve(IResolverContext context) =>
        context.Parent is not JsonElement parent || !parent.TryGetProperty(context.Field.Name, out var value) ? default
            : value.ValueKind == JsonValueKind.Object && value.TryGetProperty("$later", out var late) ? Later(late, context)
            : ValueTask.FromResult(Value(value, context));

    public static string? TypeOf(NamedType abstractType, object value) =>
        value is JsonElement element && element.TryGetProperty("__typename", out var name) ? name.GetString() : null;

    private static async ValueTask<object?> Later(JsonElement value, IResolverContext context)
    {
        await Task.Yield();
        return Value(value, context);
    }

    private static object? Value(JsonElement value, IResolverContext context) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("$error", out var error) => throw new InvalidOperationException(error.GetString()),
        JsonValueKind.Object when value.TryGetProperty("$args", out _) => Describe(context.Arguments),
        _ => Item(value),
    };

    private static object? Item(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var integer) ? integer : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(Item).ToArray(),
        JsonValueKind.Object when value.TryGetProperty("$error", out var error) => new InvalidOperationException(error.GetString()),
        _ => value,
    };

    private static string Describe(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> fields:
                text.Append('{').AppendJoin(',', fields.OrderBy(field => field.Key, StringComparer.Ordinal)
                    .Select(field => $"{JsonSerializer.Serialize(field.Key)}:{Describe(field.Value)}")).Append('}');
                break;
            case JsonElement element:
                Append(text, element);
                break;
            case string characters:
                text.Append(JsonSerializer.Serialize(characters));
                break;
            case System.Collections.IEnumerable items:
                text.Append('[').AppendJoin(',', items.Cast<object?>().Select(Describe)).Append(']');
                break;
            case double number:
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(JsonSerializer.Serialize(value));
                break;
        }
    }

    private static void Append(StringBuilder text, JsonElement element)
    {
        object? value = element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value)
            : Item(element);
        Append(text, value);
    }
}
