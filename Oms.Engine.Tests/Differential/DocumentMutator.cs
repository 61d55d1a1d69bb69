using System.Text.RegularExpressions;

namespace Oms.Engine.Tests.Differential;

/// <summary>Breaks documents: names exchanged, parts left out, doubled, moved.</summary>
internal sealed partial class DocumentMutator(Random random, string sdl, string document)
{
    private static readonly string[] Literals =
        ["1", "1.5", "\"s\"", "true", "null", "V0", "V9", "[1]", "[null]", "{f0: 1}", "{f0: 1, f0: 2}", "{f9: null}", "{}", "$v0", "$v1", "$undeclared", "[$v0]", "{f0: $v0}"];

    private static readonly string[] Directives =
        ["@skip(if: true)", "@include(if: $v0)", "@unknown(a0: 1)", "@note", "@note(text: 1)", "@need", "@need(what: {f0: $v1})", "@skip", "@skip(if: true, if: false)", "@skip(if: true) @skip(if: true)"];

    private static readonly string[] IncrementalDirectives =
    [
        "@defer", "@defer(label: \"L0\")", "@defer(label: \"L1\", if: $v0)", "@defer(label: $v0)", "@defer(label: null)", "@defer(if: false)", "@stream",
        "@stream(label: \"L0\")", "@stream(initialCount: $v0)", "@stream(if: $v1, label: \"L2\")", "@defer @defer", "@skip(if: $v0) @defer", "@include(if: true) @stream",
    ];

    private static readonly string[] IncrementalSelections =
    [
        "...F1 @defer", "...F2 @defer(label: \"L1\")", "... @defer {...F3}", "... on T1 @defer(if: $v0) {f0}", "... {...F1 @defer(if: false)}", "f0 @stream", "f1 @stream {f0}",
        "...F1 @skip(if: $v0) @defer",
    ];

    private static readonly string[] Selections =
    [
        "...F1", "...F2", "...F3", "...Missing", "__typename", "... on Missing {__typename}", "... on E1 {__typename}", "... on In1 {__typename}", "... on T1 {f0 x4: f1}",
        "... on U1 {...F2}", "... on I1 {x4: i10}", "f0", "f1 {f0}", "x4: f0", "x4: f1", "f0(a0: 1)", "f2(a0: $v0, a0: $v1)",
        "__schema {types {fields {type {fields {type {fields {name}}}}}}}", "__type(name: \"T1\") {name ...F1}",
    ];

    private static readonly string[] Arguments = ["a0: 1, ", "a1: $v0, ", "a2: null, ", "if: true, ", "$v0: In1, ", "$v0: Int = \"a\", ", "$v1: [T1!], ", "$v9: Missing, ", "$v1: ID! = null, "];

    private static readonly string[] Definitions =
    [
        " query Other {f0}", " query Op {...F1}", " {__typename}", " mutation {f0}", " subscription {f0 f1}", " fragment F1 on T1 {f0}", " fragment F2 on I1 {...F1 i10}",
        " fragment F3 on U1 {...F2 ...F3}", " subscription S {... on Subscription @skip(if: true) {f0} x: __typename}", " type Extra {f: Missing @unknown}",
        " extend type T1 {g: Int}", " schema {query: Query}", " directive @fresh on FIELD",
    ];

    private readonly string[] _names = [.. Name().Matches(sdl + document).Select(match => match.Value).Distinct()];

    private bool IsIncremental { get; } = sdl.Contains("directive @defer", StringComparison.Ordinal);

    public string Mutate()
    {
        var tokens = Token().Matches(document).Select(match => match.Value).ToList();
        for (var i = random.Next(1, 4); i > 0 && tokens.Count > 2; i--)
            MutateOnce(tokens);
        return string.Join("", tokens);
    }

    private void MutateOnce(List<string> tokens)
    {
        var at = PickMeaningful(tokens);
        switch (random.Next(9))
        {
            case 0 or 1:
                Replace(tokens, at);
                break;
            case 2:
                tokens.RemoveRange(at, GroupLength(tokens, at));
                break;
            case 3:
                var copy = tokens.GetRange(at, GroupLength(tokens, at));
                InsertAfter(tokens, "{", string.Join("", copy));
                break;
            case 4 or 5:
                InsertAfter(tokens, "{", Pick(IsIncremental && random.Next(2) == 0 ? IncrementalSelections : Selections));
                break;
            case 6:
                InsertAfter(tokens, "(", Pick(Arguments));
                break;
            case 7:
                InsertBefore(tokens, "{", Pick(IsIncremental && random.Next(2) == 0 ? IncrementalDirectives : Directives));
                break;
            default:
                tokens.Insert(random.Next(2) == 0 ? 0 : tokens.Count, Pick(Definitions) + "\n");
                break;
        }
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private void InsertAfter(List<string> tokens, string mark, string text) => Insert(tokens, mark, text, 1);

    private void InsertBefore(List<string> tokens, string mark, string text) => Insert(tokens, mark, text, 0);

    private void Insert(List<string> tokens, string mark, string text, int offset)
    {
        int[] places = [.. Enumerable.Range(0, tokens.Count).Where(i => tokens[i] == mark)];
        if (places.Length > 0)
            tokens.Insert(places[random.Next(places.Length)] + offset, $" {text} ");
    }

    private int PickMeaningful(List<string> tokens)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var at = random.Next(tokens.Count);
            if (!string.IsNullOrWhiteSpace(tokens[at]))
                return at;
        }

        return 0;
    }

    private void Replace(List<string> tokens, int at)
    {
        var isValue = at >= 2 && (tokens[at - 1] == ":" || tokens[at - 2] == ":");
        if (Name().IsMatch(tokens[at]) && !(isValue && random.Next(2) == 0))
            tokens[at] = Prefix(tokens[at]) + Pick(_names);
        else if (isValue)
            tokens[at] = Pick(Literals);
    }

    private static string Prefix(string token) => token[0] is '$' or '@' ? token[..1] : "";

    private static int GroupLength(List<string> tokens, int at)
    {
        var depth = 0;
        for (var i = at; i < tokens.Count; i++)
        {
            depth += tokens[i] is "{" or "(" or "[" ? 1 : tokens[i] is "}" or ")" or "]" ? -1 : 0;
            if (depth <= 0)
                return i - at + 1;
        }

        return 1;
    }

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Name();

    [GeneratedRegex("\"\"\".*?\"\"\"|\"[^\"]*\"|[$@]?[A-Za-z_][A-Za-z0-9_]*|-?[0-9][0-9.e-]*|\\.\\.\\.|\\s+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
