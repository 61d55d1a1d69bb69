namespace Oms.Engine.Tests.Language;

/// <summary>Random documents of the whole grammar; a seed always gives the same one.</summary>
internal sealed class RandomDocument
{
    private readonly Random _random;

    private RandomDocument(int seed)
    {
        _random = new Random(seed);
    }

    public static string Create(int seed)
    {
        var document = new RandomDocument(seed);
        return document.Some(1, 4, " ", () => document.Definition());
    }

    private string Definition() => _random.Next(9) switch
    {
        // Not in shorthand form: after a type without fields its brace would begin the fields.
        0 => "query " + SelectionSet(2),
        1 => $"{Description()}{Pick("query", "mutation", "subscription")} {Optional("Name")}{Variables()}{Directives(1)} {SelectionSet(3)}",
        2 => $"{Description()}fragment F on T{Directives(1)} {SelectionSet(3)}",
        3 => $"{Description()}type A{Optional(" implements B & C")}{Directives(0)}{Optional($" {{ {Fields()} }}")}",
        4 => $"{Description()}input I{Directives(0)}{Optional($" {{ {Some(1, 3, " ", InputValue)} }}")}",
        5 => $"{Description()}enum E{Directives(0)} {{ {Some(1, 3, " ", () => $"{Description()}A{Directives(0)}")} }}",
        6 => $"extend interface N @d {{ {Fields()} }}",
        7 => $"{Description()}directive @d{Arguments(InputValue)}{Optional(" repeatable")} on FIELD | ENUM",
        _ => $"{Description()}union U{Directives(0)} = {Some(1, 3, " | ", () => "A")}",
    };

    private string Variables() => Arguments(() => $"{Description()}$v: {Type()}{Optional($" = {Value(2, isConstant: true)}")}{Directives(0)}");

    private string SelectionSet(int depth) => $"{{ {Some(1, 3, " ", () => Selection(depth))} }}";

    private string Selection(int depth) => _random.Next(depth > 0 ? 4 : 2) switch
    {
        0 => $"{Optional("alias: ")}field{Arguments(() => $"argument: {Value(2, isConstant: false)}")}{Directives(1)}",
        1 => $"...Spread{Directives(1)}",
        2 => $"field {SelectionSet(depth - 1)}",
        _ => $"...{Optional(" on T")}{Directives(1)} {SelectionSet(depth - 1)}",
    };

    private string Fields() => Some(1, 3, " ", () => $"{Description()}f{Arguments(InputValue)}: {Type()}{Directives(0)}");

    private string InputValue() => $"{Description()}a: {Type()}{Optional($" = {Value(2, isConstant: true)}")}{Directives(0)}";

    private string Directives(int depth) => Some(0, 2, "", () => $" @d{Arguments(() => $"x: {Value(depth, isConstant: true)}")}");

    private string Arguments(Func<string> argument) => _random.Next(2) == 0 ? "" : $"({Some(1, 3, ", ", argument)})";

    private string Type() => Pick("Int", "[Int!]!", "[[A]]", "B!");

    private string Value(int depth, bool isConstant) => _random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => Pick("1", "-0", "1.5e-3"),
        1 => Pick("true", "false", "null"),
        2 => "ENUM",
        3 => Pick("\"text\"", "\"\"", "\"\\u00e9\\n\\\"\"", "\"\\u{1F600}\""),
        4 => Pick("\"\"\"block\"\"\"", "\"\"\"\n  two\n    lines \\\"\"\"\n\"\"\"", "\"\"\"\"\"\"", "\"\"\" x\"\"\""),
        5 or 6 => isConstant ? "7" : "$v",
        7 => $"[{Some(0, 3, ", ", () => Value(depth - 1, isConstant))}]",
        _ => $"{{{Some(0, 3, ", ", () => $"k: {Value(depth - 1, isConstant)}")}}}",
    };

    private string Description() => _random.Next(4) switch
    {
        0 => "\"said\" ",
        1 => "\"\"\"\n  said\n    twice\n\"\"\" ",
        _ => "",
    };

    private string Optional(string text) => _random.Next(2) == 0 ? "" : text;

    private string Pick(params ReadOnlySpan<string> choices) => choices[_random.Next(choices.Length)];

    private string Some(int least, int most, string separator, Func<string> make) =>
        string.Join(separator, Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make()));
}
