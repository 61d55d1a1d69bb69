using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Types;

public sealed class SchemaPrinterTests
{
    private const string Sdl = """"
        """What this is."""
        schema {
          query: Q
          mutation: M
        }

        directive @d(
          """How often."""
          a: Int! = 1

          """Why."""
          b: [String]
        ) repeatable on FIELD | OBJECT

        """An object."""
        type Q implements N {
          """
          Two
            lines.
          """
          n(a: Int = 1, b: I = {k: "x"}): Int! @deprecated

          """More."""
          u: U @deprecated(reason: "old")
          s: S
        }

        type M {
          m(o: O): E
        }

        interface N {
          n(a: Int, b: I): Int @deprecated
        }

        union U = Q | M

        enum E {
          A
          B @deprecated
        }

        input I {
          k: String!
          l: [Int!] = [1, 2]
        }

        input O @oneOf {
          a: Int
          b: ID
        }

        scalar S @specifiedBy(url: "https://example.org")
        """";

    [Fact]
    public void Prints_a_schema_as_it_was_written() => Print(Sdl).ShouldBe(Sdl);

    [Fact]
    public void Merges_extensions_and_leaves_out_what_every_schema_has()
    {
        Print("scalar Int directive @skip(if: Boolean!) on FIELD schema { query: Query } extend type Query { b: Int } type Query { a: Int }")
            .ShouldBe("type Query {\n  a: Int\n  b: Int\n}");
    }

    [Fact]
    public void Prints_applied_directives_when_asked_to()
    {
        const string sdl = "type Query @a(x: 1) {\n  a(b: Int @a): Int @a(x: 2) @deprecated\n}";
        const string definition = "directive @a(x: Int) on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION\n\n";
        var schema = SchemaBuilder.New().AddDocumentFromString(definition + sdl).Build();
        SchemaPrinter.Print(schema, withAppliedDirectives: true).ShouldBe(definition + sdl);
        SchemaPrinter.Print(schema).ShouldBe(definition + "type Query {\n  a(b: Int): Int @deprecated\n}");
    }

    [Fact]
    public void A_type_that_is_no_root_despite_its_name_stays_none()
    {
        var printed = Print("schema { query: Query } type Query { a: Int } type Mutation { a: Int }");
        SchemaBuilder.New().AddDocumentFromString(printed).Build().MutationType.ShouldBeNull();
    }

    [Fact]
    public void A_description_that_no_block_string_can_hold_is_printed_with_escapes()
    {
        var printed = Print("\"  a\\n b\\r\" type Query { a: Int }");
        printed.ShouldBe("\"  a\\n b\\r\"\ntype Query {\n  a: Int\n}");
        SchemaBuilder.New().AddDocumentFromString(printed).Build().QueryType.Description.ShouldBe("  a\n b\r");
    }

    private static string Print(string sdl) => SchemaPrinter.Print(SchemaBuilder.New().AddDocumentFromString(sdl).Build());
}
