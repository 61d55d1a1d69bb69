using System.Text.Json;

namespace Oms.Graph.Tests.Door;

/// <summary>Every root field of the served schema with the least operation that calls it, made from introspection.</summary>
internal sealed class RootFields
{
    private const string Introspection = """
        { __schema { queryType { name } mutationType { name } subscriptionType { name } types { kind name
            fields(includeDeprecated: true) { name args { name defaultValue type { ...T } } type { ...T } }
            inputFields { name defaultValue type { ...T } } enumValues { name } isOneOf } } }
        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        """;

    private readonly Dictionary<string, JsonElement> types;
    private readonly JsonElement schema;

    private RootFields(JsonElement schema)
    {
        this.schema = schema;
        types = schema.GetProperty("types").EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!);
    }

    /// <summary>Asks the server.</summary>
    public static async Task<RootFields> ReadAsync(ServerProcess server, string token)
    {
        var answer = await server.QueryAsync(token, Introspection);
        return new RootFields(answer.GetProperty("data").GetProperty("__schema"));
    }

    /// <summary>The fields, as kind of operation, name and document.</summary>
    public IEnumerable<(string Kind, string Name, string Document)> All()
    {
        foreach (var kind in new[] { "query", "mutation", "subscription" })
        {
            if (schema.GetProperty(kind + "Type") is not { ValueKind: JsonValueKind.Object } root)
                continue;
            foreach (var field in types[root.GetProperty("name").GetString()!].GetProperty("fields").EnumerateArray())
                yield return (kind, field.GetProperty("name").GetString()!, $"{kind} {{ {Call(field)} }}");
        }
    }

    private string Call(JsonElement field)
    {
        var arguments = Required(field.GetProperty("args"), depth: 0);
        var call = field.GetProperty("name").GetString() + (arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})");
        return IsComposite(field.GetProperty("type")) ? call + " { __typename }" : call;
    }

    private List<string> Required(JsonElement inputs, int depth) =>
    [
        .. inputs.EnumerateArray().Where(i => i.GetProperty("type").GetProperty("kind").GetString() == "NON_NULL" && i.GetProperty("defaultValue").ValueKind == JsonValueKind.Null)
            .Select(i => $"{i.GetProperty("name").GetString()}: {Value(i.GetProperty("type"), depth)}"),
    ];

    private string Value(JsonElement type, int depth) => type.GetProperty("kind").GetString() switch
    {
        "NON_NULL" => Value(type.GetProperty("ofType"), depth),
        "LIST" => $"[{Value(type.GetProperty("ofType"), depth)}]",
        "ENUM" => types[type.GetProperty("name").GetString()!].GetProperty("enumValues")[0].GetProperty("name").GetString()!,
        "INPUT_OBJECT" => InputObject(types[type.GetProperty("name").GetString()!], depth),
        _ => Scalar(type.GetProperty("name").GetString()!),
    };

    private string InputObject(JsonElement type, int depth)
    {
        if (depth > 8)
            throw new InvalidOperationException($"the input type {type.GetProperty("name")} requires itself");
        var fields = type.GetProperty("inputFields");
        if (type.GetProperty("isOneOf").ValueKind != JsonValueKind.True)
            return $"{{ {string.Join(", ", Required(fields, depth + 1))} }}";
        var first = fields[0];
        return $"{{ {first.GetProperty("name").GetString()}: {Value(first.GetProperty("type"), depth + 1)} }}";
    }

    private static string Scalar(string name) => name switch
    {
        "Int" or "Long" or "Float" or "Decimal" => "1",
        "Boolean" => "true",
        "DateTime" => "\"2026-01-01T00:00:00Z\"",
        "Date" => "\"2026-01-01\"",
        "JSON" or "Any" => "{}",
        _ => "\"none\"",
    };

    private static bool IsComposite(JsonElement type)
    {
        while (type.GetProperty("kind").GetString() is "NON_NULL" or "LIST")
            type = type.GetProperty("ofType");
        return type.GetProperty("kind").GetString() is "OBJECT" or "INTERFACE" or "UNION";
    }
}
