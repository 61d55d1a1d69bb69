using Oms.Engine.Language;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Language;

public sealed class ParserTests
{
    [Theory]
    [InlineData("{ a }")]
    [InlineData("query { a } mutation M { a } subscription S { a }")]
    [InlineData("\"d\" query Q(\"v\" $a: [[Int!]!]! = [[1]] @x, $b: I = {c: {}}) @d { a }")]
    [InlineData("\"d\" fragment F on T @d { ...G ...@skip(if: true) { a } ... on T { query } }")]
    [InlineData("{ on: query(type: fragment, on: true) { mutation } }")]
    [InlineData("{ a(x: [], y: {}) }")]
    [InlineData("type A type B implements & C & D interface E implements C union U union V = | A | B enum F input G scalar H @x")]
    [InlineData("extend type A implements B extend schema @a extend schema { query: Q } extend union U = A extend enum E { A } extend input I @x")]
    [InlineData("directive @d(a: Int = 1 @x) repeatable on | FIELD | VARIABLE_DEFINITION")]
    [InlineData("\"\"\"d\"\"\" schema @d { query: Q mutation: M subscription: S }")]
    [InlineData("type type { type(type: type = type): type }")]
    public void Reads_the_whole_grammar(string text) => Parser.ParseDocument(text).Definitions.ShouldNotBeEmpty();

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{}", 1, 2)]
    [InlineData("{ a(", 1, 5)]
    [InlineData("{ a() }", 1, 5)]
    [InlineData("{ a: }", 1, 6)]
    [InlineData("{ ...on }", 1, 9)]
    [InlineData("{ ... }", 1, 7)]
    [InlineData("query Q() { a }", 1, 9)]
    [InlineData("query ($a: Int = $b) { a }", 1, 18)]
    [InlineData("query ($a: Int @d(x: $b)) { a }", 1, 22)]
    [InlineData("\"d\" { a }", 1, 1)]
    [InlineData("\"d\" extend type A @x", 1, 1)]
    [InlineData("\"d\" notadefinition", 1, 1)]
    [InlineData("fragment on on T { a }", 1, 10)]
    [InlineData("fragment F T { a }", 1, 12)]
    [InlineData("notanoperation Foo { a }", 1, 1)]
    [InlineData("type A {}", 1, 9)]
    [InlineData("type A implements { a: Int }", 1, 19)]
    [InlineData("type A { a(): Int }", 1, 12)]
    [InlineData("union U = |", 1, 12)]
    [InlineData("enum E { true }", 1, 10)]
    [InlineData("extend type A", 1, 14)]
    [InlineData("extend schema", 1, 14)]
    [InlineData("extend scalar S", 1, 16)]
    [InlineData("extend directive @d on FIELD", 1, 8)]
    [InlineData("directive @d on NOWHERE", 1, 17)]
    [InlineData("directive @d on field", 1, 17)]
    [InlineData("directive @d FIELD", 1, 14)]
    [InlineData("schema { }", 1, 10)]
    [InlineData("schema { query Q }", 1, 16)]
    [InlineData("schema { other: Q }", 1, 10)]
    [InlineData("{ a }\n\n  }", 3, 3)]
    public void Names_the_place_of_a_syntax_error(string text, int line, int column)
    {
        var error = Should.Throw<SyntaxException>(() => Parser.ParseDocument(text));
        (error.Line, error.Column).ShouldBe((line, column));
    }

    [Fact]
    public void Descriptions_stand_on_operations_fragments_and_variables()
    {
        var document = Parser.ParseDocument("\"q\" query Q(\"v\" $a: Int) { a } \"\"\"f\"\"\" fragment F on T { a }");
        var operation = document.Definitions[0].ShouldBeOfType<OperationDefinitionNode>();
        operation.Description!.Value.ShouldBe("q");
        operation.Location.Start.ShouldBe(0);
        operation.VariableDefinitions[0].Description!.Value.ShouldBe("v");
        document.Definitions[1].ShouldBeOfType<FragmentDefinitionNode>().Description!.IsBlock.ShouldBeTrue();
    }

    [Fact]
    public void A_message_never_carries_a_long_token_back()
    {
        var error = Should.Throw<SyntaxException>(() => Parser.ParseDocument(new string('x', 1_000_000)));
        error.Message.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void Equal_names_of_a_document_are_one_string()
    {
        var selections = Parser.ParseDocument("{ abc x: abc }").Definitions[0].ShouldBeOfType<OperationDefinitionNode>().SelectionSet.Selections;
        ((FieldNode)selections[0]).Name.Value.ShouldBeSameAs(((FieldNode)selections[1]).Name.Value);
        ((FieldNode)selections[1]).ResponseName.Value.ShouldBe("x");
    }

    [Theory]
    [InlineData("[Int!]!", "[Int!]!")]
    [InlineData("[[ A ]]", "[[A]]")]
    public void Reads_type_references(string text, string expected) => Parser.ParseType(new Source(text)).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("Int!!", 5)]
    [InlineData("[Int", 5)]
    [InlineData("Int Int", 5)]
    public void Refuses_what_is_more_or_less_than_a_type_reference(string text, int column) =>
        Should.Throw<SyntaxException>(() => Parser.ParseType(new Source(text))).Column.ShouldBe(column);

    [Theory]
    [InlineData("$a", false, null)]
    [InlineData("$a", true, 1)]
    [InlineData("[1 {a: $b}]", true, 8)]
    [InlineData("1 2", false, 3)]
    public void Reads_values_and_refuses_variables_in_constants(string text, bool isConstant, int? errorColumn)
    {
        if (errorColumn is null)
            Parser.ParseValue(new Source(text), isConstant).ToString().ShouldBe(text);
        else
            Should.Throw<SyntaxException>(() => Parser.ParseValue(new Source(text), isConstant)).Column.ShouldBe(errorColumn.Value);
    }
}
