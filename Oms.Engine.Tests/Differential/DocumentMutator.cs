using System.Text.RegularExpressions;

namespace Oms.Engine.Tests.Differential;

/// <summary>Breaks documents: names exchanged, parts left out, doubled, moved.</summary>
internal sealed partial class DocumentMutator(Random random, string sdl, string document)
{
    private static readonly string[] Literals = ["1", "1.5", "\"s\"", "true", "null", "V0", "V9", "[1]", "{f0: 1}", "{}", "$v0", "$undeclared"];
    private static readonly string[] Inserts =
    [
        "@skip(if: true)", "@include(if: $v0)", "@unknown", "@note", "@note(text: 1)", "@need", "@skip", "...F1", "...Missing", "__typename",
        "...on Missing{__typename}", "...on E1{__typename}", "...on T1{f0 x4:f1}", "f0", "f1{f0}", "(a0: 1)", "(a0: 1, a0: $v0)", "x4: f0", "x4: f1",
        "__schema{types{fields{type{fields{type{fields{name}}}}}}}",
        " query Other {f0}", " fragment F1 on T1 {f0}", " {__typename}", " mutation {f0}", " subscription {f0 f1}",
        " subscription S {...on Subscription @skip(if:true) {f0} x: __typename}", " type Extra {f: Missing @unknown}", " extend type T1 {g: Int}",
    ];

    private readonly string[] _names = [.. Name().Matches(sdl + document).Select(match => match.Value).Distinct()];

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
        switch (random.Next(8))
        {
            case 0 or 1:
                Replace(tokens, at);
                break;
            case 2:
                tokens.RemoveRange(at, GroupLength(tokens, at));
                break;
            case 3:
                var copy = tokens.GetRange(at, GroupLength(tokens, at));
                tokens.InsertRange(PickMeaningful(tokens), copy.Prepend(" "));
                break;
            case 4 or 5:
                tokens.Insert(at, " " + Inserts[random.Next(Inserts.Length)] + " ");
                break;
            case 6:
                tokens.Insert(random.Next(2) == 0 ? 0 : tokens.Count, Inserts[^random.Next(1, 9)]);
                break;
            default:
                tokens[at] = Literals[random.Next(Literals.Length)];
                break;
        }
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

    private void Replace(List<string> tokens, int at) =>
        tokens[at] = Name().IsMatch(tokens[at]) ? Prefix(tokens[at]) + _names[random.Next(_names.Length)] : Literals[random.Next(Literals.Length)];

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
