using System.Text.Json.Nodes;

namespace Oms.Engine.Tests.Differential;

/// <summary>
/// A tree of data made by chance for a type: mostly right, with nulls, failing fields, values of the wrong kind and unresolvable types in it.
/// <c>{"$error": text}</c> makes a resolver fail, <c>{"$args": true}</c> answers with the field's arguments, and what is in
/// <c>{"$later": value}</c> has to be awaited.
/// </summary>
internal sealed class GeneratedData(GeneratedSchema schema, Random random, bool isLate = false)
{
    public JsonObject Object(string typeName, int depth)
    {
        var type = schema.Find(typeName)!;
        var data = new JsonObject { ["__typename"] = typeName };
        foreach (var field in type.Fields)
            data[field.Name] = Field(field, depth);
        return data;
    }

    private JsonNode? Field(GeneratedField field, int depth)
    {
        if (random.Next(30) == 0)
            return Failure();
        if (isLate && random.Next(4) == 0)
            return new JsonObject { ["$later"] = Value(field.Type, depth) };
        return field.Arguments.Count > 0 && field.Type.Name == "String" && random.Next(2) == 0
            ? new JsonObject { ["$args"] = true }
            : Value(field.Type, depth);
    }

    private static JsonObject Failure() => new() { ["$error"] = "failed" };

    private JsonNode? Value(TypeReference type, int depth)
    {
        if (random.Next(type.IsNonNull ? 40 : 8) == 0)
            return null;
        if (type.Item is { } item)
            return random.Next(40) == 0 ? JsonValue.Create(7) : new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Item(item, depth))]);
        return Named(type.Name!, depth);
    }

    private JsonNode? Item(TypeReference type, int depth) => random.Next(30) == 0 ? Failure() : Value(type, depth);

    private JsonNode? Named(string name, int depth)
    {
        var isWrong = random.Next(40) == 0;
        return name switch
        {
            "Int" => isWrong ? JsonValue.Create(1.5) : JsonValue.Create(random.Next(-1000, 1000)),
            "Float" => isWrong ? JsonValue.Create("wrong") : JsonValue.Create(random.Next(-1000, 1000) / 16.0),
            "String" => isWrong ? new JsonObject { ["a"] = 1 } : JsonValue.Create("text é \u2028 \"quoted\" 😀"),
            "Boolean" => isWrong ? JsonValue.Create("wrong") : JsonValue.Create(random.Next(2) == 0),
            "ID" => isWrong ? JsonValue.Create(true) : random.Next(2) == 0 ? JsonValue.Create("id") : JsonValue.Create(7),
            "Anything" => new JsonObject { ["x"] = 1, ["y"] = new JsonArray(JsonValue.Create(true), null, JsonValue.Create("z")) },
            _ => Defined(schema.Find(name)!, depth, isWrong),
        };
    }

    private JsonNode? Defined(GeneratedType type, int depth, bool isWrong)
    {
        if (type.Keyword == "enum")
            return JsonValue.Create(isWrong ? "WRONG" : type.Members[random.Next(type.Members.Count)]);
        if (depth == 0)
            return null;
        if (!type.IsAbstract)
            return Object(type.Name, depth - 1);
        if (isWrong || type.Members.Count == 0)
            return new JsonObject { ["__typename"] = "Wrong" };
        return Object(type.Members[random.Next(type.Members.Count)], depth - 1);
    }
}
