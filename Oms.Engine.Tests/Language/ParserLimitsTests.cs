using System.Diagnostics;
using Oms.Engine.Language;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Language;

/// <summary>What an attacker may send: it ends in time, with a refusal, and the process lives on.</summary>
public sealed class ParserLimitsTests
{
    // A tenth of it does on an idle machine; what grows with the square of the input would take minutes.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string, string> Nestings => new()
    {
        { "{a", "", "}" },
        { "{...{", "a", "}}" },
        { "{...on T{", "a", "}}" },
        { "{a(x:[", "", "" },
        { "[", "", "]" },
        { "{a:", "1", "}" },
        { "[{a:", "1", "}]" },
    };

    [Theory]
    [InlineData(200)]
    [InlineData(5000)]
    [InlineData(100_000)]
    public void Nesting_of_every_kind_is_refused_at_its_place(int depth)
    {
        var options = ParserOptions.Default with { MaxAllowedDepth = 100, MaxAllowedFields = int.MaxValue };
        foreach (var (open, inner, close) in Nestings.Select(row => row.Data))
        {
            foreach (var end in new[] { Repeat(close, depth), "" })
            {
                var selections = Repeat(open, depth) + inner + end;
                Refused(() => Parser.ParseDocument(selections, options));
                Refused(() => Parser.ParseDocument($"{{ a(x: {selections}) }}", options));
                Refused(() => Parser.ParseDocument($"query ($a: T = {selections}) {{ a }}", options));
                Refused(() => Parser.ParseDocument($"type T {{ a(x: T = {selections}): T }}", options));
                Refused(() => Parser.ParseDocument($"type T @d(x: {selections}) {{ a: T }}", options));
                Refused(() => Parser.ParseValue(new Source(selections), false, options));
            }
        }

        Refused(() => Parser.ParseType(new Source(Repeat("[", depth) + "T" + Repeat("]", depth)), options));
        Refused(() => Parser.ParseDocument($"query ($a: {Repeat("[", depth)}T{Repeat("]", depth)}) {{ a }}", options));
        Refused(() => Parser.ParseDocument($"type T {{ a: {Repeat("[", depth)}T{Repeat("]", depth)} }}", options));
    }

    [Fact]
    public void A_limit_beyond_what_the_stack_holds_is_refused_where_the_stack_ends()
    {
        var options = ParserOptions.Default with { MaxAllowedDepth = int.MaxValue, MaxAllowedFields = int.MaxValue };
        const int depth = 300_000;
        Refused(() => Parser.ParseDocument(Repeat("{a", depth), options)).Message.ShouldContain("stack");
        Refused(() => Parser.ParseValue(new Source(Repeat("[{a:", depth)), false, options)).Message.ShouldContain("stack");
        Refused(() => Parser.ParseType(new Source(Repeat("[", depth)), options)).Message.ShouldContain("stack");
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void The_default_depth_is_200(int depth, bool accepted)
    {
        var text = Repeat("{a", depth) + Repeat("}", depth);
        if (accepted)
            Parser.ParseDocument(text).ToString().ShouldContain("a");
        else
            Refused(() => Parser.ParseDocument(text)).Column.ShouldBe((2 * 200) + 1);
    }

    [Fact]
    public void Siblings_are_not_depth()
    {
        var text = $"{{ {Repeat("a { b } ", 900)} }}";
        Parser.ParseDocument(text).Definitions.Length.ShouldBe(1);
        Parser.ParseValue(new Source($"[{Repeat("[] {} ", 5000)}]")).ShouldBeOfType<ListValueNode>().Items.Length.ShouldBe(10_000);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void Tokens_are_counted(int limit, bool accepted)
    {
        var options = ParserOptions.Default with { MaxAllowedTokens = limit };
        const string text = "# no token\n{ a } # nor this";
        if (accepted)
            Parser.ParseDocument(text, options);
        else
            Refused(() => Parser.ParseDocument(text, options)).Column.ShouldBe(5);
    }

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    public void Fields_are_counted(int fields, bool accepted)
    {
        var text = $"{{ {Repeat("a ", fields)} }}";
        if (accepted)
            Parser.ParseDocument(text);
        else
            Refused(() => Parser.ParseDocument(text)).Column.ShouldBe(3 + (2 * 2048));
    }

    [Fact]
    public void Nodes_are_counted_as_the_walker_meets_them()
    {
        const string text = """
            "d" query Q("v" $a: [Int!] = [1] @d) @d { x: a(b: {c: $a}) @d { ...F ... on T @d { e } } } fragment F on T { a }
            "d" schema @d { query: Q } "d" type Q implements I @d { "d" a("d" b: Int = 1 @d): Int @d } enum E { "d" A @d }
            union U = A input N { a: Int } scalar S directive @d(a: Int) repeatable on FIELD extend type Q @x extend schema @y
            """;
        var count = new NodeCounter().Count(Parser.ParseDocument(text));
        Parser.ParseDocument(text, ParserOptions.Default with { MaxAllowedNodes = count });
        Refused(() => Parser.ParseDocument(text, ParserOptions.Default with { MaxAllowedNodes = count - 1 }));
    }

    [Fact]
    public void Large_but_harmless_documents_are_read_in_time()
    {
        var unlimited = ParserOptions.Default with { MaxAllowedFields = int.MaxValue };
        InTime(() => Parser.ParseDocument($"{{ {new string(',', 2_000_000)} a }}"));
        InTime(() => Parser.ParseDocument($"{{ #{new string('x', 2_000_000)}\n a }}"));
        InTime(() => Parser.ParseDocument($"{{ {Repeat("#\n", 1_000_000)} a }}"));
        InTime(() => Parser.ParseDocument($"{{ a(x: \"{new string('x', 2_000_000)}\") }}"));
        InTime(() => Parser.ParseDocument($"{{ a(x: \"\"\"{Repeat(" \n", 1_000_000)}\"\"\") }}"));
        InTime(() => Parser.ParseDocument($"{{ a(x: \"{Repeat("\\u{1F600}", 200_000)}\") }}"));
        InTime(() => Parser.ParseDocument($"{{ {Repeat("a ", 200_000)} }}", unlimited));
        InTime(() => Parser.ParseDocument($"{{ a {Repeat("@a ", 100_000)} }}"));
        InTime(() => Parser.ParseDocument(Repeat("query A { a } ", 2000)));
        InTime(() => Parser.ParseDocument($"query ({Repeat("$a: Int ", 50_000)}) {{ a }}"));
        InTime(() => Parser.ParseDocument($"{{ {new string('n', 1_000_000)} }}"));
    }

    [Fact]
    public void A_block_string_of_many_quotes_is_read_in_time()
    {
        InTime(() => Parser.ParseDocument($"{{ a(x: \"\"\"{Repeat("\"\" ", 300_000)}\"\"\") }}"));
        InTime(() => Should.Throw<SyntaxException>(() => Parser.ParseDocument($"{{ a(x: \"\"\"{Repeat("\\\"\"\"", 300_000)}")));
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static SyntaxException Refused(Action parse)
    {
        SyntaxException? refusal = null;
        InTime(() => refusal = Should.Throw<SyntaxException>(parse));
        refusal!.Message.Length.ShouldBeLessThan(300);
        return refusal;
    }

    private static void InTime(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        watch.Elapsed.ShouldBeLessThan(Bound);
    }

    private sealed class NodeCounter : SyntaxWalker
    {
        private int _count;

        public int Count(SyntaxNode node)
        {
            Walk(node);
            return _count;
        }

        protected override bool Enter(SyntaxNode node)
        {
            _count++;
            return true;
        }
    }
}
