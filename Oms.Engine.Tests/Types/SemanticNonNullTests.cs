using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Types;

/// <summary>The schema for clients that take errors without propagation.</summary>
public sealed class SemanticNonNullTests
{
    [Theory]
    [InlineData("name: String!", "name: String @semanticNonNull")]
    [InlineData("name: String", "name: String")]
    [InlineData("names: [String!]!", "names: [String] @semanticNonNull(levels: [0, 1])")]
    [InlineData("names: [String!]", "names: [String] @semanticNonNull(levels: [1])")]
    [InlineData("names: [[String!]]!", "names: [[String]] @semanticNonNull(levels: [0, 2])")]
    [InlineData("id: ID!", "id: ID!")]
    [InlineData("find(text: String!): String! @deprecated(reason: \"slow\")", "find(text: String!): String @semanticNonNull @deprecated(reason: \"slow\")")]
    public void An_exclamation_mark_becomes_a_level(string field, string expected)
    {
        var sdl = SchemaPrinter.PrintSemanticNonNull(SchemaBuilder.New().AddDocumentFromString($"type Query {{ {field} }}").Build());
        sdl.ShouldStartWith("directive @semanticNonNull(levels: [Int!] = [0]) on FIELD_DEFINITION\n");
        sdl.ShouldEndWith($"type Query {{\n  {expected}\n}}");
    }

    [Fact]
    public void Mutations_pages_and_inputs_stay_as_they_are()
    {
        const string Sdl = """
            type Query { things: Things! }
            type Mutation { add(thing: ThingInput!): Thing! }
            type Thing { name: String! }
            type Things { pageInfo: PageInfo! nodes: [Thing!]! }
            type PageInfo { hasNextPage: Boolean! }
            input ThingInput { name: String! }
            """;
        var sdl = SchemaPrinter.PrintSemanticNonNull(SchemaBuilder.New().AddDocumentFromString(Sdl).Build());
        sdl.ShouldContain("add(thing: ThingInput!): Thing!\n");
        sdl.ShouldContain("hasNextPage: Boolean!\n");
        sdl.ShouldContain("pageInfo: PageInfo @semanticNonNull\n");
        sdl.ShouldContain("input ThingInput {\n  name: String!\n}");
    }

    [Fact]
    public void What_the_document_says_itself_is_kept_and_the_result_is_a_schema()
    {
        const string Sdl = """
            directive @semanticNonNull(levels: [Int!] = [0]) on FIELD_DEFINITION
            interface Named { id: ID! name: String! }
            type Query implements Named { id: ID! name: String! list: [String!] @semanticNonNull }
            """;
        var sdl = SchemaPrinter.PrintSemanticNonNull(SchemaBuilder.New().AddDocumentFromString(Sdl).Build());
        sdl.Split("directive @semanticNonNull").Length.ShouldBe(2);
        sdl.ShouldContain("list: [String] @semanticNonNull(levels: [0, 1])\n");
        SchemaPrinter.PrintSemanticNonNull(SchemaBuilder.New().AddDocumentFromString(sdl).Build()).ShouldBe(sdl);
    }
}
