using System.Text;

namespace Oms.Engine.Tests.Differential;

/// <summary>A schema made by chance, as a model and as SDL. The same random numbers make the same schema.</summary>
internal sealed class GeneratedSchema
{
    private static readonly string[] BuiltInScalars = ["Int", "Float", "String", "Boolean", "ID"];

    private readonly Random _random;
    private readonly Dictionary<string, GeneratedType> _types = new(StringComparer.Ordinal);
    private readonly List<string> _inputNames = [.. BuiltInScalars];
    private readonly List<string> _leafNames = [.. BuiltInScalars];
    private readonly List<string> _compositeNames = [];

    public GeneratedSchema(Random random)
    {
        _random = random;
        AddLeaves();
        AddInputs();
        AddComposites();
        Sdl = Print();
    }

    public string Sdl { get; }

    public IReadOnlyCollection<GeneratedType> Types => _types.Values;

    public IEnumerable<GeneratedType> Composites => _types.Values.Where(type => type.IsComposite);

    public GeneratedType? Find(string name) => _types.GetValueOrDefault(name);

    public LiteralGenerator Literals => new(this, _random);

    private GeneratedType Add(string keyword, string name)
    {
        var type = new GeneratedType(keyword, name);
        _types.Add(name, type);
        return type;
    }

    private void AddLeaves()
    {
        _ = Add("scalar", "Anything");
        _leafNames.Add("Anything");
        for (var i = _random.Next(1, 3); i > 0; i--)
        {
            var type = Add("enum", "E" + i);
            for (var value = 0; value <= _random.Next(1, 4); value++)
                type.Members.Add("V" + value);
            _leafNames.Add(type.Name);
        }

        _inputNames.AddRange(_leafNames.Skip(BuiltInScalars.Length));
    }

    private void AddInputs()
    {
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var type = Add("input", "In" + i);
            type.IsOneOf = _random.Next(3) == 0;
            for (var field = 0; field <= _random.Next(1, 4); field++)
                type.InputFields.Add(InputField(type, field));
            _inputNames.Add(type.Name);
        }
    }

    private GeneratedInput InputField(GeneratedType type, int number)
    {
        var reference = TypeReference.Random(_random, Pick(_inputNames));
        return type.IsOneOf
            ? new GeneratedInput("f" + number, reference.Nullable, null)
            : Input("f" + number, reference);
    }

    private GeneratedInput Input(string name, TypeReference type) =>
        new(name, type, _random.Next(4) == 0 ? Literals.Literal(type, depth: 2) : null);

    private void AddComposites()
    {
        var interfaces = Range("I", _random.Next(1, 3), "interface");
        var objects = Range("T", _random.Next(2, 6), "type");
        var unions = Range("U", _random.Next(1, 3), "union");
        _compositeNames.AddRange(interfaces.Concat(objects).Concat(unions).Select(type => type.Name));
        foreach (var union in unions)
            union.Members.AddRange(objects.Where(_ => _random.Next(2) == 0).Select(type => type.Name).DefaultIfEmpty(objects[0].Name));
        foreach (var type in interfaces)
            AddFields(type, "i" + type.Name[1..]);
        foreach (var type in objects)
            AddObject(type, interfaces);
        string[] roots = _random.Next(4) == 0 ? ["Query"] : ["Query", "Mutation", "Subscription"];
        foreach (var root in roots)
            AddObject(Add("type", root), interfaces);
    }

    private List<GeneratedType> Range(string prefix, int count, string keyword) =>
        [.. Enumerable.Range(1, count).Select(number => Add(keyword, prefix + number))];

    private void AddObject(GeneratedType type, List<GeneratedType> interfaces)
    {
        foreach (var implemented in interfaces.Where(_ => _random.Next(2) == 0))
        {
            type.Interfaces.Add(implemented.Name);
            implemented.Members.Add(type.Name);
            type.Fields.AddRange(implemented.Fields.Select(Narrow));
        }

        AddFields(type, "f");
    }

    // A field may be non-null where its interface says nullable.
    private GeneratedField Narrow(GeneratedField field) =>
        _random.Next(4) == 0 ? field with { Type = field.Type with { IsNonNull = true } } : field;

    private void AddFields(GeneratedType type, string prefix)
    {
        for (var i = 0; i <= _random.Next(2, 6); i++)
        {
            var name = _random.Next(5) < 3 ? Pick(_leafNames) : Pick(_compositeNames);
            var arguments = Enumerable.Range(0, Math.Max(0, _random.Next(6) - 2))
                .Select(number => Input("a" + number, TypeReference.Random(_random, Pick(_inputNames))));
            type.Fields.Add(new GeneratedField(prefix + i, TypeReference.Random(_random, name), [.. arguments]));
        }
    }

    private string Pick(List<string> names) => names[_random.Next(names.Count)];

    private string Print()
    {
        var sdl = new StringBuilder("directive @note(text: String, level: Int! = 1) repeatable on FIELD | QUERY | FRAGMENT_SPREAD | VARIABLE_DEFINITION\n");
        sdl.Append("directive @need(what: In1!) on FIELD | INLINE_FRAGMENT | FRAGMENT_DEFINITION | MUTATION\n");
        foreach (var type in _types.Values)
            Print(sdl, type);
        return sdl.ToString();
    }

    private static void Print(StringBuilder sdl, GeneratedType type)
    {
        sdl.Append($"{type.Keyword} {type.Name}");
        if (type.Interfaces.Count > 0)
            sdl.Append(" implements " + string.Join(" & ", type.Interfaces));
        if (type.IsOneOf)
            sdl.Append(" @oneOf");
        if (type.Keyword == "union")
            sdl.Append(" = " + string.Join(" | ", type.Members));
        else if (type.Keyword != "scalar")
            sdl.Append($" {{ {string.Join(" ", Members(type))} }}");
        sdl.Append('\n');
    }

    private static IEnumerable<string> Members(GeneratedType type) => type.Keyword switch
    {
        "enum" => type.Members,
        "input" => type.InputFields.Select(field => field.ToString()),
        _ => type.Fields.Select(field =>
            $"{field.Name}{(field.Arguments.Count == 0 ? "" : $"({string.Join(", ", field.Arguments)})")}: {field.Type}"),
    };
}
