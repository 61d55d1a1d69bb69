using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Configuration;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Introspection;

/// <summary>What introspection shows only to who asks for its feature, and everybody may use.</summary>
public sealed class OptInFeatureTests
{
    private const string Sdl = """
        schema @optInFeatureStability(feature: "stars", stability: "experimental") { query: Query }
        type Query {
          plain(of: Input, kind: Kind, size: Int @requiresOptIn(feature: "sizes")): Int
          stars: Int @requiresOptIn(feature: "stars")
          both: Int @requiresOptIn(feature: "stars") @requiresOptIn(feature: "moons")
          old: Int @deprecated @requiresOptIn(feature: "stars")
        }
        input Input { a: Int b: Int @requiresOptIn(feature: "moons") }
        enum Kind { ONE TWO @requiresOptIn(feature: "moons") }
        """;

    [Theory]
    [InlineData("", "plain")]
    [InlineData("(includeOptIn: [])", "plain")]
    [InlineData("(includeOptIn: null)", "plain")]
    [InlineData("(includeOptIn: [\"stars\"])", "plain stars both")]
    [InlineData("(includeOptIn: \"moons\")", "plain both")]
    [InlineData("(includeOptIn: [\"nothing\"])", "plain")]
    [InlineData("(includeDeprecated: true)", "plain")]
    [InlineData("(includeDeprecated: true, includeOptIn: [\"stars\"])", "plain stars both old")]
    public async Task Fields_are_shown_where_one_of_their_features_is_asked_for(string arguments, string expected) =>
        (await NamesAsync($"{{ __type(name: \"Query\") {{ all: fields{arguments} {{ name }} }} }}")).ShouldBe(expected);

    [Theory]
    [InlineData("{ __type(name: \"Input\") { all: inputFields { name } } }", "a")]
    [InlineData("{ __type(name: \"Input\") { all: inputFields(includeOptIn: [\"moons\"]) { name } } }", "a b")]
    [InlineData("{ __type(name: \"Kind\") { all: enumValues { name } } }", "ONE")]
    [InlineData("{ __type(name: \"Kind\") { all: enumValues(includeOptIn: [\"moons\"]) { name } } }", "ONE TWO")]
    public async Task So_are_input_fields_and_enum_values(string query, string expected) => (await NamesAsync(query)).ShouldBe(expected);

    [Fact]
    public async Task So_are_arguments_also_by_variables()
    {
        const string Query = "query ($f: [String!]) { __type(name: \"Query\") { fields { args(includeOptIn: $f) { name requiresOptIn } } } }";
        (await Server().AskAsync(Query, """{"f":["sizes"]}""")).ShouldContain("""{"name":"size","requiresOptIn":["sizes"]}""");
        (await Server().AskAsync(Query)).ShouldNotContain("size");
    }

    [Fact]
    public async Task The_schema_names_its_features_and_how_stable_they_are()
    {
        (await Server().AskAsync("{ __schema { optInFeatures optInFeatureStability { feature stability } } }"))
            .ShouldBe("""{"data":{"__schema":{"optInFeatures":["moons","sizes","stars"],"optInFeatureStability":[{"feature":"stars","stability":"experimental"}]}}}""");
        (await Server().AskAsync("{ __type(name: \"Query\") { fields(includeOptIn: [\"moons\"]) { requiresOptIn } } }")).ShouldContain("""[{"requiresOptIn":[]},{"requiresOptIn":["stars","moons"]}]""");
    }

    [Fact]
    public async Task Everybody_may_use_them()
    {
        (await Server().AskAsync("{ stars plain(size: 1, kind: TWO, of: { b: 1 }) }")).ShouldBe("""{"data":{"stars":1,"plain":1}}""");
    }

    [Fact]
    public async Task The_printed_schema_says_all_of_it_and_is_the_same_schema_again()
    {
        var sdl = SchemaPrinter.Print((await Server().BuildRequestExecutorAsync()).Schema);
        sdl.ShouldContain("schema @optInFeatureStability(feature: \"stars\", stability: \"experimental\") {\n  query: Query\n}");
        sdl.ShouldContain("  both: Int @requiresOptIn(feature: \"stars\") @requiresOptIn(feature: \"moons\")\n");
        sdl.ShouldContain("  b: Int @requiresOptIn(feature: \"moons\")\n");
        sdl.ShouldContain("  TWO @requiresOptIn(feature: \"moons\")\n");
        var again = SchemaBuilder.New().AddDocumentFromString(sdl).SetOptions(SchemaBuilderOptions.Default with { EnableOptInFeatures = true }).Build();
        SchemaPrinter.Print(again).ShouldBe(sdl);
    }

    [Fact]
    public async Task Without_the_option_there_is_nothing_of_it()
    {
        var plain = Requests.Server("type Query { a: Int }").AddResolver("Query", "a", () => 1);
        (await plain.AskAsync("{ __schema { optInFeatures } }")).ShouldContain("optInFeatures");
        (await plain.AskAsync("{ __type(name: \"Query\") { fields(includeOptIn: []) { name } } }")).ShouldContain("\"errors\"");
        (await plain.AskAsync("{ __type(name: \"__OptInFeatureStability\") { name } }")).ShouldBe("""{"data":{"__type":null}}""");
        var unknown = Requests.Server("type Query { a: Int @requiresOptIn(feature: \"x\") }").AddResolver("Query", "a", () => 1);
        (await Should.ThrowAsync<SchemaException>(async () => await unknown.BuildRequestExecutorAsync())).Message.ShouldContain("requiresOptIn");
    }

    [Theory]
    [InlineData("type Query { a(b: Int! @requiresOptIn(feature: \"x\")): Int }", "Query.a(b:) is required, so that nobody can do without opting in; @requiresOptIn can not stand on it.")]
    [InlineData("type Query { a(b: I): Int } input I { c: Int! @requiresOptIn(feature: \"x\") }", "I.c is required, so that nobody can do without opting in; @requiresOptIn can not stand on it.")]
    [InlineData("type Query { a(b: Int! = 1 @requiresOptIn(feature: \"\")): Int }", "@requiresOptIn of Query.a(b:) names no feature.")]
    [InlineData("type Query { a: Int } extend schema @optInFeatureStability(feature: \"x\", stability: \"a\") @optInFeatureStability(feature: \"x\", stability: \"b\")", "@optInFeatureStability says twice how stable x is.")]
    [InlineData("type Query { a: Int } extend schema @optInFeatureStability(feature: \"x\", stability: \"\")", "@optInFeatureStability names no feature, or no stability.")]
    public async Task What_makes_no_sense_stops_the_start(string sdl, string expected)
    {
        var builder = Requests.Server(sdl).ModifyOptions(o => (o.EnableOptInFeatures, o.StrictBinding) = (true, false));
        (await Should.ThrowAsync<SchemaException>(async () => await builder.BuildRequestExecutorAsync())).Errors.Select(e => e.Message).ShouldBe([expected]);
    }

    [Fact]
    public async Task Who_sees_a_part_of_the_schema_sees_the_features_of_that_part()
    {
        var builder = Requests.Server("type Query { a: Int @requiresOptIn(feature: \"x\") b: Int @authorize(policy: \"p\") @requiresOptIn(feature: \"y\") }")
            .AddResolver("Query", "a", () => 1).AddResolver("Query", "b", () => 1)
            .ModifyOptions(o => (o.EnableOptInFeatures, o.EnableFieldVisibility) = (true, true));
        builder.Services.AddSingleton<IAuthorizationHandler, KnownOnly>();
        (await builder.AskAsync("{ __schema { optInFeatures } }")).ShouldBe("""{"data":{"__schema":{"optInFeatures":["x"]}}}""");
        (await builder.AskAsync("{ __schema { optInFeatures } }", user: Requests.Ann)).ShouldBe("""{"data":{"__schema":{"optInFeatures":["x","y"]}}}""");
    }

    private static async Task<string> NamesAsync(string query) => string.Join(' ', JsonDocument.Parse(await Server().AskAsync(query)).RootElement
        .GetProperty("data").GetProperty("__type").GetProperty("all").EnumerateArray().Select(e => e.GetProperty("name").GetString()));

    private static IRequestExecutorBuilder Server() => Requests.Server(Sdl).ModifyOptions(o => o.EnableOptInFeatures = true)
        .AddResolver("Query", "plain", () => 1).AddResolver("Query", "stars", () => 1).AddResolver("Query", "both", () => 1).AddResolver("Query", "old", () => 1);

    private sealed class KnownOnly : IAuthorizationHandler
    {
        public ValueTask<AuthorizeResult> AuthorizeAsync(
            AuthorizationContext context, AuthorizeDirective directive, CancellationToken cancellationToken) =>
            ValueTask.FromResult(context.User.Identity?.IsAuthenticated == true ? AuthorizeResult.Allowed : AuthorizeResult.NotAuthenticated);

        public ValueTask<bool> HasPolicyAsync(IServiceProvider services, string policy) => ValueTask.FromResult(true);
    }
}
