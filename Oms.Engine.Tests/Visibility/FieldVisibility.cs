using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Visibility;

/// <summary>With <c>EnableFieldVisibility</c> a caller sees only what it may use; the rest does not exist for it.</summary>
public sealed class FieldVisibility
{
    private const string Sdl = """
        type Query {
          people(limit: Int = 5 @visible(roles: ["Admin"]), mood: Mood, filter: Filter): [Named!]!
          payroll: Payroll @authorize(roles: ["Boss", "Admin"])
          everything: [Anything!]!
          audit: Audit
        }
        type Mutation @authorize(roles: ["Admin"]) { reset: Boolean }
        interface Named { name: String! secret: String @visible(roles: ["Admin"]) }
        type Person implements Named { name: String! secret: String @authorize(roles: ["Admin"]) salary: Int @authorize(roles: ["Boss", "Admin"]) }
        type Robot implements Named @authorize(policy: "known") { name: String! secret: String model: Model }
        enum Model { R2 }
        type Payroll { total: Int! by: [Person!]! period: Period }
        type Period { year: Int }
        type Audit @authorize(roles: ["Admin"]) { entries: [Int!]! }
        union Anything = Person | Robot | Audit
        enum Mood { CALM CROSS SECRET @visible(roles: ["Admin"]) }
        input Filter { name: String internalNote: String @visible(roles: ["Admin"]) }
        """;

    private static readonly string[] Built = ["Int", "String", "Boolean"];

    [Fact]
    public async Task Everything_is_there_for_who_may_use_everything()
    {
        var server = await StartAsync();
        (await TypesAsync(server, User("Admin"))).ShouldBe(["Query", "Mutation", "Named", "Person", "Robot", "Model", "Payroll", "Period", "Audit", "Anything", "Mood", "Filter"], ignoreOrder: true);
        (await MembersAsync(server, User("Admin"), "Mood")).ShouldBe(["CALM", "CROSS", "SECRET"]);
    }

    [Fact]
    public async Task Types_fields_arguments_and_values_that_a_caller_may_not_use_are_missing_with_all_that_only_they_lead_to()
    {
        var server = await StartAsync();
        var nobody = new ClaimsPrincipal(new ClaimsIdentity());
        (await TypesAsync(server, nobody)).ShouldBe(["Query", "Named", "Person", "Anything", "Mood", "Filter"], ignoreOrder: true);
        (await MembersAsync(server, nobody, "Query")).ShouldBe(["people", "everything"]);
        (await MembersAsync(server, nobody, "Named")).ShouldBe(["name"]);
        (await MembersAsync(server, nobody, "Person")).ShouldBe(["name"]);
        (await MembersAsync(server, nobody, "Anything")).ShouldBe(["Person"]);
        (await MembersAsync(server, nobody, "Mood")).ShouldBe(["CALM", "CROSS"]);
        (await MembersAsync(server, nobody, "Filter")).ShouldBe(["name"]);
        (await AskAsync(server, nobody, "{ __type(name: \"Query\") { fields { name args { name } } } __schema { mutationType { name } } }")).ToString()
            .ShouldBe("""{"data":{"__type":{"fields":[{"name":"people","args":[{"name":"mood"},{"name":"filter"}]},{"name":"everything","args":[]}]},"__schema":{"mutationType":null}}}""");
        (await AskAsync(server, nobody, "{ __type(name: \"Audit\") { name } }")).ToString().ShouldBe("""{"data":{"__type":null}}""");
        (await MembersAsync(server, User("Boss"), "Person")).ShouldBe(["name", "salary"]);
        (await TypesAsync(server, User("Boss"))).ShouldContain("Period");
        (await TypesAsync(server, User())).ShouldContain("Robot");
    }

    [Theory]
    [InlineData("{ people { ... on Person { XXX } } }", "salary")]
    [InlineData("{ XXX { entries } }", "audit")]
    [InlineData("{ XXX { total } }", "payroll")]
    [InlineData("mutation { XXX }", "reset")]
    [InlineData("{ everything { ... on XXX { entries } } }", "Audit")]
    [InlineData("{ people(XXX: 1) { name } }", "limit")]
    [InlineData("{ people(mood: XXX) { name } }", "SECRET")]
    [InlineData("{ people(filter: { XXX: \"\" }) { name } }", "internalNote")]
    [InlineData("query ($v: XXX) { people(filter: $v) { name } }", "Audit")]
    public async Task What_is_hidden_is_refused_in_the_words_for_what_does_not_exist(string document, string hidden)
    {
        var server = await StartAsync();
        var nobody = new ClaimsPrincipal(new ClaimsIdentity());
        var error = (await AskAsync(server, nobody, document.Replace("XXX", hidden, StringComparison.Ordinal))).ToString();
        var unknown = (await AskAsync(server, nobody, document.Replace("XXX", new string('q', hidden.Length), StringComparison.Ordinal))).ToString();
        error.ShouldBe(unknown.Replace(new string('q', hidden.Length), hidden, StringComparison.Ordinal));
        error.ShouldContain("errors");
    }

    [Fact]
    public async Task Variables_hold_nothing_hidden()
    {
        var server = await StartAsync();
        const string Document = "query ($m: Mood, $f: Filter) { people(mood: $m, filter: $f) { name } }";
        (await AskAsync(server, User(), Document, """{"m":"SECRET"}""")).TryGetProperty("errors", out _).ShouldBeTrue();
        (await AskAsync(server, User(), Document, """{"f":{"internalNote":"x"}}""")).TryGetProperty("errors", out _).ShouldBeTrue();
        (await AskAsync(server, User("Admin"), Document, """{"m":"SECRET","f":{"internalNote":"x"}}""")).TryGetProperty("errors", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_hidden_argument_is_absent_and_the_shown_ones_keep_their_places()
    {
        var server = await StartAsync();
        (await AskAsync(server, User(), "{ people(mood: CROSS) { name } }")).ToString().ShouldBe("""{"data":{"people":[{"name":"0 CROSS"}]}}""");
        (await AskAsync(server, User("Admin"), "{ people(mood: CROSS) { name } }")).ToString().ShouldBe("""{"data":{"people":[{"name":"5 CROSS"}]}}""");
    }

    [Fact]
    public async Task One_document_has_its_own_answer_for_each_set_of_roles()
    {
        var server = await StartAsync();
        const string Document = "{ __type(name: \"Person\") { fields { name } } }";
        for (var i = 0; i < 3; i++)
        {
            (await AskAsync(server, User("Boss"), Document)).ToString().ShouldContain("salary");
            (await AskAsync(server, User(), Document)).ToString().ShouldNotContain("salary");
            (await AskAsync(server, User("Admin"), Document)).ToString().ShouldContain("secret");
        }
    }

    [Fact]
    public async Task Decisions_are_made_once_for_a_principal_and_schemas_are_shared_by_those_who_see_the_same()
    {
        var handler = new RoleAuthorization();
        var server = await StartAsync(handler);
        var ann = User("Boss");
        await AskAsync(server, ann, "{ __typename }");
        var asked = handler.Decisions;
        asked.ShouldBe(3);
        await AskAsync(server, ann, "{ __typename }");
        handler.Decisions.ShouldBe(asked);
        var services = new ServiceCollection().BuildServiceProvider();
        var seen = await server.GetSchemaAsync(ann, services, TestContext.Current.CancellationToken);
        (await server.GetSchemaAsync(ann, services, TestContext.Current.CancellationToken)).ShouldBeSameAs(seen);
        SchemaPrinter.Print(seen).ShouldNotContain("Audit");
    }

    [Fact]
    public async Task A_schema_of_which_a_caller_sees_nothing_still_answers()
    {
        var builder = Requests.Server("type Query { a: Int @authorize } type Mutation { b: Int @authorize }").ModifyOptions(Hide);
        builder.Services.AddSingleton<IAuthorizationHandler>(new RoleAuthorization());
        var server = await builder.BuildRequestExecutorAsync();
        (await AskAsync(server, new ClaimsPrincipal(new ClaimsIdentity()), "{ __typename __schema { queryType { fields { name } } mutationType { name } } }")).ToString()
            .ShouldBe("""{"data":{"__typename":"Query","__schema":{"queryType":{"fields":[]},"mutationType":null}}}""");
    }

    [Fact]
    public async Task The_directive_without_the_option_and_a_hidden_required_argument_stop_the_start()
    {
        var builder = Requests.Server("type Query { a(x: Int! @visible): Int }").ModifyOptions(o => o.StrictBinding = false);
        builder.Services.AddSingleton<IAuthorizationHandler>(new RoleAuthorization());
        var refused = await Should.ThrowAsync<SchemaException>(async () => await builder.BuildRequestExecutorAsync());
        refused.Message.ShouldContain("needs the option EnableFieldVisibility");
        refused.Message.ShouldContain("required, so that it can not be hidden");
    }

    private static void Hide(SchemaOptions options) => (options.StrictBinding, options.EnableFieldVisibility) = (false, true);

    private static async Task<IRequestExecutor> StartAsync(RoleAuthorization? handler = null)
    {
        var builder = Requests.Server(Sdl).ModifyOptions(Hide)
            .AddResolver("Query", "people", (int? limit, string? mood) => new[] { new Dictionary<string, object?> { ["name"] = $"{limit ?? 0} {mood}" } })
            .UseTypeResolver((_, _) => "Person");
        builder.Services.AddSingleton<IAuthorizationHandler>(handler ?? new RoleAuthorization());
        return await builder.BuildRequestExecutorAsync();
    }

    private static ClaimsPrincipal User(params string[] roles) => new(new ClaimsIdentity(roles.Select(r => new Claim(ClaimTypes.Role, r)), "test"));

    private static async Task<JsonElement> AskAsync(IRequestExecutor server, ClaimsPrincipal user, string document, string variables = "{}") =>
        Requests.Read(await server.AskAsync(Requests.Of(document, variables, user)));

    private static async Task<string[]> TypesAsync(IRequestExecutor server, ClaimsPrincipal user) =>
    [
        .. (await AskAsync(server, user, "{ __schema { types { name } } }")).GetProperty("data").GetProperty("__schema").GetProperty("types").EnumerateArray()
            .Select(t => t.GetProperty("name").GetString()!).Where(n => !n.StartsWith("__", StringComparison.Ordinal) && !Built.Contains(n) && n is not ("ApplyPolicy" or "Float" or "ID")),
    ];

    private static async Task<string[]> MembersAsync(IRequestExecutor server, ClaimsPrincipal user, string type)
    {
        var found = (await AskAsync(server, user, $"{{ __type(name: \"{type}\") {{ fields {{ name }} enumValues {{ name }} inputFields {{ name }} possibleTypes {{ name }} kind }} }}"))
            .GetProperty("data").GetProperty("__type");
        var members = found.GetProperty("kind").GetString() switch { "ENUM" => "enumValues", "INPUT_OBJECT" => "inputFields", "UNION" => "possibleTypes", _ => "fields" };
        return [.. found.GetProperty(members).EnumerateArray().Select(m => m.GetProperty("name").GetString()!)];
    }
}
