using System.Text;

namespace Oms.Graph.Tests.Compatibility;

/// <summary>
/// Random schemas over a few names, so that any two of them share much and differ in everything that can differ. What is made under the same
/// name with the same generator seed is the same; a share of the parts is made with a seed of its own.
/// </summary>
internal sealed class RandomSdl
{
    private static readonly string[] Texts = ["", "One.", "Two.", "Three."];
    private readonly Random random;
    private readonly StringBuilder text = new();
    private readonly List<string> objects;
    private readonly List<string> interfaces;
    private readonly List<string> inputs;
    private readonly List<string> enums;
    private readonly List<string> scalars;

    private RandomSdl(int seed)
    {
        random = new Random(seed);
        objects = Some("A", "B", "C", "D");
        interfaces = Some("I", "J");
        inputs = Some("N", "M", "O");
        enums = Some("E", "F");
        scalars = Some("S", "Date");
        Shift(objects, interfaces);
        Shift(enums, scalars);
        Shift(scalars, inputs);
    }

    internal static string Make(int seed) => new RandomSdl(seed).Write();

    /// <summary>The schema with some of its lines as another seed has them: a release with few changes.</summary>
    internal static string Near(string sdl, int seed)
    {
        var random = new Random(seed);
        var lines = sdl.Split('\n').ToList();
        for (var changes = 1 + random.Next(4); changes > 0; changes--)
        {
            var at = random.Next(lines.Count);
            lines[at] = random.Next(4) switch
            {
                0 => lines[at].Replace("Int", "Int!", StringComparison.Ordinal).Replace("!!", "!", StringComparison.Ordinal),
                1 => lines[at].Replace("!", string.Empty, StringComparison.Ordinal),
                2 when lines[at].StartsWith("  ", StringComparison.Ordinal) && lines.Count(l => l == lines[at]) > 1 => string.Empty,
                _ => lines[at].Replace("String", "Float", StringComparison.Ordinal).Replace("One.", "Four.", StringComparison.Ordinal),
            };
        }

        return string.Join('\n', lines);
    }

    private List<string> Some(params string[] names) => [.. names.Where(_ => random.Next(10) < 8)];

    // Now and then a name is of another kind.
    private void Shift(List<string> from, List<string> to)
    {
        if (from.Count < 2 || random.Next(6) > 0)
            return;
        to.Add(from[^1]);
        from.RemoveAt(from.Count - 1);
    }

    private string Write()
    {
        if (random.Next(4) == 0)
            text.Append($"schema {Uses("SCHEMA")} {{ query: {Root("A") ?? "Query"} {(Root("B") is { } b ? $"mutation: {b}" : string.Empty)} {(Root("C") is { } c ? $"subscription: {c}" : string.Empty)} }}\n");
        foreach (var name in Some("a", "b", "c"))
            text.Append($"{Description()}directive @{name}{Arguments(true)} {(random.Next(3) == 0 ? "repeatable " : string.Empty)}on {string.Join(" | ", Some("QUERY", "FIELD", "OBJECT", "ENUM").DefaultIfEmpty("FIELD"))}\n");
        Complex("type Query", true);
        foreach (var name in objects)
            Complex($"type {name}", false);
        foreach (var name in interfaces)
            Complex($"interface {name}", false);
        if (objects.Count > 0 && random.Next(3) > 0)
            text.Append($"{Description()}union U {Uses("UNION")} = {string.Join(" | ", Some([.. objects]).DefaultIfEmpty(objects[0]))}\n");
        foreach (var name in enums)
            text.Append($"{Description()}enum {name} {Uses("ENUM")} {{\n{string.Concat(Some("X", "Y", "Z").DefaultIfEmpty("X").Select(v => $"  {Description()}{v}{Uses("ENUM_VALUE")}\n"))}}}\n");
        foreach (var name in scalars)
            text.Append($"{Description()}scalar {name}{Uses("SCALAR")}\n");
        foreach (var name in inputs)
            text.Append($"{Description()}input {name}{Uses("INPUT")} {{\n{string.Concat(Some("f", "g", "h").DefaultIfEmpty("f").Select(f => $"  {Description()}{Input(f)}\n"))}}}\n");
        return text.ToString();
    }

    private string? Root(string name) => objects.Contains(name) && random.Next(2) == 0 ? name : null;

    private void Complex(string head, bool isRoot)
    {
        var implemented = isRoot ? [] : interfaces.Where(i => !head.EndsWith(' ' + i) && random.Next(3) == 0).ToList();
        text.Append($"{Description()}{head}{(implemented.Count > 0 ? $" implements {string.Join(" & ", implemented)}" : string.Empty)}{Uses("OBJECT")} {{\n");
        foreach (var field in Some("f", "g", "h", "k").DefaultIfEmpty("f"))
            text.Append($"  {Description()}{field}{Arguments(false)}: {Wrapped(Output())}{Uses("FIELD")}\n");
        text.Append("}\n");
    }

    private string Arguments(bool isDirective)
    {
        var arguments = random.Next(2) == 0 ? [] : Some("p", "q");
        return arguments.Count == 0 ? string.Empty : $"({string.Join(", ", arguments.Select(a => Description() + (isDirective ? $"{a}: Int{Default("Int")}" : Input(a))))})";
    }

    private string Input(string name)
    {
        var named = (string[])["Int", "Float", "String", "Boolean", "ID", .. enums, .. scalars, .. inputs];
        var type = Wrapped(named[random.Next(named.Length)]);
        return $"{name}: {type}{Default(type)}{Uses("INPUT_VALUE")}";
    }

    // Whether it is good does not matter to a list's or a null's default: both judges have to see through the same literal.
    private string Default(string type)
    {
        if (random.Next(3) > 0)
            return string.Empty;
        var value = type.TrimStart('[').TrimEnd('!', ']') switch
        {
            "Int" => random.Next(2) == 0 ? "1" : "2",
            "Float" => random.Next(2) == 0 ? "1" : "1.0",
            "String" => random.Next(2) == 0 ? "\"a\"" : "\"b\"",
            "Boolean" => random.Next(2) == 0 ? "true" : "false",
            "ID" => random.Next(2) == 0 ? "1" : "\"1\"",
            var name when scalars.Contains(name) => random.Next(2) == 0 ? "{a: 1, b: 2}" : "{b: 2.0, a: 1}",
            _ => type.EndsWith('!') ? string.Empty : "null",
        };
        if (value.Length == 0)
            return string.Empty;
        return type.StartsWith("[[", StringComparison.Ordinal) ? $" = [[{value}]]" : type.StartsWith('[') && random.Next(2) == 0 ? $" = [{value}]" : $" = {value}";
    }

    private string Output()
    {
        var named = (string[])["Int", "String", .. objects, .. interfaces, .. enums, .. scalars];
        return named[random.Next(named.Length)];
    }

    private string Wrapped(string name) => random.Next(8) switch
    {
        0 or 1 => $"{name}!",
        2 => $"[{name}]",
        3 => $"[{name}!]",
        4 => $"[{name}!]!",
        5 => $"[[{name}]!]",
        _ => name,
    };

    private string Description() => random.Next(4) == 0 ? $"\"{Texts[random.Next(Texts.Length)]}\" " : string.Empty;

    private string Uses(string place)
    {
        var uses = new StringBuilder();
        if (random.Next(4) == 0 && place is "FIELD" or "ENUM_VALUE" or "INPUT_VALUE")
            uses.Append(random.Next(2) == 0 ? " @deprecated" : $" @deprecated(reason: \"{Texts[1 + random.Next(3)]}\")");
        if (place == "INPUT" && random.Next(6) == 0)
            uses.Append(" @oneOf");
        for (var count = random.Next(8) switch { 0 => 1, 1 => 2, _ => 0 }; count > 0; count--)
            uses.Append(random.Next(3) switch { 0 => " @a", 1 => " @b(p: 1)", _ => $" @b(p: 2, q: [{random.Next(2)}])" });
        return uses.ToString();
    }
}
