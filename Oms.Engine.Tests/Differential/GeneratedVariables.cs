using System.Text.Json.Nodes;

namespace Oms.Engine.Tests.Differential;

/// <summary>Variables made by chance for the types an operation declares: mostly right, sometimes missing or wrong.</summary>
internal sealed class GeneratedVariables(GeneratedSchema schema, Random random)
{
    public JsonObject Make(IReadOnlyDictionary<string, TypeReference> types)
    {
        var variables = new JsonObject();
        foreach (var (name, type) in types.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (random.Next(type.IsNonNull ? 40 : 5) != 0)
                variables[name] = Value(type, 3);
        }

        return variables;
    }

    private JsonNode? Value(TypeReference type, int depth)
    {
        if (random.Next(60) == 0)
            return Wrong();
        if (!type.IsNonNull && random.Next(6) == 0)
            return null;
        if (type.Item is { } item)
        {
            return item.Item is null && random.Next(5) == 0
                ? Value(item with { IsNonNull = true }, depth)
                : new JsonArray([.. Enumerable.Range(0, random.Next(Math.Max(depth, 0) + 1)).Select(_ => Value(item, depth - 1))]);
        }

        return Named(type.Name!, depth);
    }

    private JsonNode Wrong() => random.Next(5) switch
    {
        0 => JsonValue.Create("wrong"),
        1 => JsonValue.Create(1.5),
        2 => JsonValue.Create(true),
        3 => new JsonObject { ["f0"] = 1, ["other"] = null },
        _ => new JsonArray(JsonValue.Create(1), null),
    };

    private JsonNode Named(string name, int depth) => name switch
    {
        "Int" => JsonValue.Create(random.Next(-5, 100)),
        "Float" => random.Next(2) == 0 ? JsonValue.Create(random.Next(100)) : JsonValue.Create(random.Next(1000) / 8.0),
        "String" => JsonValue.Create(random.Next(2) == 0 ? "text é" : "a\n\"b\""),
        "Boolean" => JsonValue.Create(random.Next(2) == 0),
        "ID" => random.Next(2) == 0 ? JsonValue.Create("id") : JsonValue.Create(7),
        "Anything" => new JsonObject { ["x"] = 1, ["y"] = new JsonArray(JsonValue.Create(true), null) },
        _ => schema.Find(name) is { Keyword: "enum" } type ? JsonValue.Create(type.Members[random.Next(type.Members.Count)]) : Object(name, depth),
    };

    private JsonObject Object(string name, int depth)
    {
        var type = schema.Find(name)!;
        if (type.IsOneOf)
        {
            var only = type.InputFields[random.Next(type.InputFields.Count)];
            return new JsonObject { [only.Name] = Value(only.Type with { IsNonNull = true }, depth - 1) };
        }

        var given = new JsonObject();
        foreach (var field in type.InputFields.Where(field => field.IsRequired || (depth > 0 && random.Next(2) == 0)))
            given[field.Name] = Value(field.Type, depth - 1);
        return given;
    }
}
