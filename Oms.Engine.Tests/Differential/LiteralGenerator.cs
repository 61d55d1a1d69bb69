namespace Oms.Engine.Tests.Differential;

/// <summary>Makes literals of a type by chance, with variables in them when it may.</summary>
internal sealed class LiteralGenerator(GeneratedSchema schema, Random random)
{
    private static readonly string[] Strings = ["\"\"", "\"text\"", "\"\"\"block\"\"\"", "\"é\\u00e9\"", "\"a\\nb\""];

    /// <summary>Asked now and then for a variable of a type; null, or an answer of null, for none.</summary>
    public Func<TypeReference, string?>? Variable { get; init; }

    public string Literal(TypeReference type, int depth)
    {
        if (Variable is not null && random.Next(5) == 0 && Variable(type) is { } variable)
            return variable;
        if (!type.IsNonNull && random.Next(6) == 0)
            return "null";
        return type.Item is { } item ? List(item, depth) : Named(type.Name!, depth);
    }

    private string List(TypeReference item, int depth)
    {
        if (item.Item is null && random.Next(5) == 0)
        {
            // One item stands for the list of it; null would stand for no list, and a list would be taken for the outer one.
            var single = Literal(item with { IsNonNull = true }, depth);
            return single.StartsWith('$') ? $"[{single}]" : single;
        }

        return $"[{string.Join(", ", Enumerable.Range(0, random.Next(Math.Max(depth, 0) + 1)).Select(_ => Literal(item, depth - 1)))}]";
    }

    private string Named(string name, int depth) => name switch
    {
        "Int" => random.Next(-5, 100).ToString(),
        "Float" => random.Next(2) == 0 ? random.Next(100).ToString() : "1.5e" + random.Next(-3, 4),
        "String" => Strings[random.Next(Strings.Length)],
        "Boolean" => random.Next(2) == 0 ? "true" : "false",
        "ID" => random.Next(2) == 0 ? "\"id\"" : "7",
        "Anything" => Anything(depth),
        _ => schema.Find(name) is { Keyword: "enum" } type ? type.Members[random.Next(type.Members.Count)] : Object(name, depth),
    };

    private string Anything(int depth) => random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => "1",
        1 => "\"any\"",
        2 => "true",
        3 => "1.25",
        4 => "[1, \"b\"]",
        _ => "{x: 1, y: [true]}",
    };

    private string Object(string name, int depth)
    {
        var type = schema.Find(name)!;
        if (type.IsOneOf)
        {
            var field = type.InputFields[random.Next(type.InputFields.Count)];
            return $"{{{field.Name}: {Literal(field.Type with { IsNonNull = true }, depth - 1)}}}";
        }

        var fields = type.InputFields.Where(field => field.IsRequired || (depth > 0 && random.Next(2) == 0));
        return $"{{{string.Join(", ", fields.Select(field => $"{field.Name}: {Literal(field.Type, depth - 1)}"))}}}";
    }
}
