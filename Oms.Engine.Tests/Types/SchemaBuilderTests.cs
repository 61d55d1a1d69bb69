using Oms.Engine.Language;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Types;

public sealed class SchemaBuilderTests
{
    [Fact]
    public void Merges_extensions_of_all_documents_into_their_types()
    {
        var schema = SchemaBuilder.New()
            .AddDocumentFromString("extend type Query @d { b: Int } extend enum E { B } extend union U = B extend input I { b: Int } type B implements N { n: Int }")
            .AddDocumentFromString("type Query { a: Int } enum E { A } union U = A input I { a: Int } type A { a: Int } interface N { n: Int } directive @d on OBJECT")
            .Build();
        schema.QueryType.Fields.Select(f => f.Name).ShouldBe(["a", "b"]);
        schema.QueryType.FindDirective("d").ShouldNotBeNull();
        ((EnumType)schema.Types["E"]).Values.Select(v => v.Name).ShouldBe(["A", "B"]);
        schema.Types["U"].PossibleTypes.Select(t => t.Name).ShouldBe(["A", "B"]);
        ((InputObjectType)schema.Types["I"]).Fields["b"].Index.ShouldBe(1);
    }

    [Fact]
    public void Roots_have_their_default_names_unless_a_schema_definition_says_otherwise()
    {
        var byName = Build("type Query { a: Int } type Mutation { a: Int } type Subscription { a: Int }");
        byName.MutationType!.Name.ShouldBe("Mutation");
        byName.GetRootType(OperationType.Subscription)!.Name.ShouldBe("Subscription");

        var bySchema = Build("\"d\" schema { query: Q } type Q { a: Int } type Mutation { a: Int }");
        bySchema.QueryType.Name.ShouldBe("Q");
        bySchema.MutationType.ShouldBeNull();
        bySchema.Description.ShouldBe("d");

        Build("type Query { a: Int } type M { a: Int } extend schema { mutation: M }").MutationType!.Name.ShouldBe("M");
    }

    [Fact]
    public void Every_schema_has_the_specified_scalars_directives_and_introspection()
    {
        var schema = Build("type Query { a: Int }");
        schema.DirectiveDefinitions.Select(d => d.Name).ShouldBe(["include", "skip", "deprecated", "specifiedBy", "oneOf"], ignoreOrder: true);
        schema.Types.Where(t => t.IsBuiltIn).Select(t => t.Name).ShouldBe([
            "Int", "String", "Boolean", "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue",
            "__Directive", "__DirectiveLocation",
        ]);
        schema.FindField(schema.QueryType, "__schema")!.Type.ToString().ShouldBe("__Schema!");
        schema.FindField(schema.QueryType, "__type")!.Arguments["name"].Type.ToString().ShouldBe("String!");
        schema.FindField(schema.Types["__Type"], "__typename")!.IsMetaField.ShouldBeTrue();
        schema.FindField(schema.Types["__Type"], "__schema").ShouldBeNull();
        schema.Types["String"].Location.IsNone.ShouldBeTrue();
    }

    [Theory]
    [InlineData("type Query { a: [Float!] }")]
    [InlineData("type Query { a(x: Float): Int }")]
    [InlineData("type Query { a: Int } input I { x: Float }")]
    [InlineData("type Query { a: Int } directive @d(x: Float) on FIELD")]
    [InlineData("type Query { a: Int } scalar Float")]
    public void A_specified_scalar_is_there_when_something_refers_to_it(string sdl)
    {
        Build(sdl).TryGetType("Float", out _).ShouldBeTrue();
        Build(sdl).TryGetType("ID", out _).ShouldBeFalse();
    }

    [Fact]
    public void Defer_and_stream_are_there_only_when_enabled()
    {
        Build("type Query { a: Int }").TryGetDirective("defer", out _).ShouldBeFalse();
        var schema = SchemaBuilder.New().AddDocumentFromString("type Query { a: Int }")
            .SetOptions(new SchemaBuilderOptions { EnableDefer = true, EnableStream = true }).Build();
        schema.TryGetDirective("defer", out var defer).ShouldBeTrue();
        defer!.Locations.ShouldBe(DirectiveLocations.FragmentSpread | DirectiveLocations.InlineFragment);
        schema.TryGetDirective("stream", out var stream).ShouldBeTrue();
        stream!.Arguments["initialCount"].DefaultValue!.ToString().ShouldBe("0");
    }

    [Fact]
    public void Defaults_hold_only_where_the_documents_define_nothing_of_that_name()
    {
        var defaults = Parser.ParseDocument("directive @a on OBJECT directive @b on OBJECT enum E { X }");
        var schema = SchemaBuilder.New().AddDefaults(defaults)
            .AddDocumentFromString("type Query @a @b { e: E } directive @a repeatable on OBJECT").Build();
        schema.DirectiveDefinitions["a"].IsRepeatable.ShouldBeTrue();
        schema.DirectiveDefinitions["b"].IsRepeatable.ShouldBeFalse();
        schema.Types["E"].Kind.ShouldBe(TypeKind.Enum);
    }

    [Fact]
    public void Reads_what_the_specified_directives_say()
    {
        var schema = Build("""
            type Query { a(x: Int @deprecated): Int @deprecated b(i: I): E @deprecated(reason: "why") }
            enum E { A @deprecated(reason: "no") B }
            input I @oneOf { a: S b: Int }
            scalar S @specifiedBy(url: "https://example.org/s")
            """);
        schema.QueryType.Fields["a"].DeprecationReason.ShouldBe("No longer supported");
        schema.QueryType.Fields["a"].Arguments["x"].IsDeprecated.ShouldBeTrue();
        schema.QueryType.Fields["b"].DeprecationReason.ShouldBe("why");
        ((EnumType)schema.Types["E"]).Values["A"].DeprecationReason.ShouldBe("no");
        ((EnumType)schema.Types["E"]).Values["B"].IsDeprecated.ShouldBeFalse();
        ((InputObjectType)schema.Types["I"]).IsOneOf.ShouldBeTrue();
        ((ScalarType)schema.Types["S"]).SpecifiedByUrl.ShouldBe("https://example.org/s");
    }

    [Fact]
    public void Applied_directives_give_their_arguments_or_the_defaults()
    {
        var schema = Build("directive @auth(policy: String = \"user\", roles: [String!]) on FIELD_DEFINITION type Query { a: Int @auth b: Int @auth(policy: \"p\", roles: [\"r\"]) }");
        schema.QueryType.Fields["a"].FindDirective("auth")!.GetString("policy").ShouldBe("user");
        schema.QueryType.Fields["a"].FindDirective("auth")!.GetArgument("roles").ShouldBeNull();
        schema.QueryType.Fields["b"].FindDirective("auth")!.GetString("policy").ShouldBe("p");
        schema.QueryType.Fields["b"].FindDirective("auth")!.GetArgument("roles")!.ToString().ShouldBe("[\"r\"]");
    }

    [Fact]
    public void Abstract_types_know_their_possible_types()
    {
        var types = string.Concat(Enumerable.Range(0, 200).Select(i => $"type T{i} implements I {{ a: Int }} "));
        var schema = Build($"type Query {{ i: I u: U v: V }} interface I {{ a: Int }} union U = T1 | T199 union V = T2 {types}");
        var implemented = schema.Types["I"];
        implemented.PossibleTypes.Length.ShouldBe(200);
        implemented.IsPossibleType((ObjectType)schema.Types["T150"]).ShouldBeTrue();
        implemented.IsPossibleType(schema.QueryType).ShouldBeFalse();
        schema.Types["U"].IsPossibleType((ObjectType)schema.Types["T199"]).ShouldBeTrue();
        schema.Types["U"].IsPossibleType((ObjectType)schema.Types["T198"]).ShouldBeFalse();
        schema.Types["U"].OverlapsWith(implemented).ShouldBeTrue();
        schema.Types["U"].OverlapsWith(schema.Types["V"]).ShouldBeFalse();
        schema.Types["U"].OverlapsWith(schema.Types["T1"]).ShouldBeTrue();
    }

    [Fact]
    public void Type_references_of_documents_become_types()
    {
        var schema = Build("type Query { a: Int }");
        schema.FindType(Parser.ParseType(new Source("[Int!]!")))!.ToString().ShouldBe("[Int!]!");
        schema.FindType(Parser.ParseType(new Source("[Nope!]!"))).ShouldBeNull();
    }

    [Fact]
    public void Build_throws_with_the_whole_list()
    {
        var error = Should.Throw<SchemaException>(() => Build("type Query { a: Nope b: Never @what }"));
        error.Errors.Length.ShouldBe(3);
        error.Message.ShouldContain("Nope");
        error.Message.ShouldContain("Never");
        error.Message.ShouldContain("@what");
    }

    [Fact]
    public void A_syntax_error_names_the_document_and_the_place()
    {
        SchemaBuilder.New().AddDocumentFromString("type Query {\n  a Int }", "schema.graphql").TryBuild(out _, out var errors).ShouldBeFalse();
        errors.ShouldHaveSingleItem().Phase.ShouldBe(SchemaErrorPhase.Syntax);
        errors[0].ToString().ShouldStartWith("schema.graphql(2,5): ");
    }

    [Fact]
    public void Type_validation_can_be_left_out_for_schemas_of_earlier_editions()
    {
        const string sdl = "type Query implements I { a: Int @deprecated } interface I { a: Int }";
        Should.Throw<SchemaException>(() => Build(sdl));
        var lenient = new SchemaBuilderOptions { StrictValidation = false };
        SchemaBuilder.New().AddDocumentFromString(sdl).SetOptions(lenient).Build().QueryType.Fields["a"].IsDeprecated.ShouldBeTrue();
        Should.Throw<SchemaException>(() => SchemaBuilder.New().AddDocumentFromString("type A { a: Int }").SetOptions(lenient).Build());
    }

    [Fact]
    public void Operations_in_a_schema_document_are_passed_over() => Build("query { a } type Query { a: Int } fragment F on Query { a }");

    private static Schema Build(string sdl) => SchemaBuilder.New().AddDocumentFromString(sdl).Build();
}
