using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Mutations;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Mutations;

/// <summary>What mutations that follow the conventions look like, take and answer.</summary>
public sealed partial class MutationConventionTests
{
    private const string Users = """
        scalar UUID
        enum Reason { SHORT LONG }
        type User { id: ID! name: String! }
        type Query { user: User }
        """;

    private const string Sdl = Users + """

        type Mutation {
          "Gives a user a name."
          renameUser("Which." id: ID!, name: String! @constraint(maxLength: 8), times: Int! = 1): User! @useMutationConvention
          plain(id: ID!): User
        }
        """;

    [Fact]
    public async Task The_schema_has_one_input_a_payload_and_a_union_of_the_declared_errors()
    {
        var executor = await Server(Sdl).AddTypeExtension(typeof(Renaming)).BuildRequestExecutorAsync();
        var printed = Printed(executor.Schema);
        printed.ShouldContain("""
              renameUser(input: RenameUserInput!): RenameUserPayload!
              plain(id: ID!): User
            }
            """.ReplaceLineEndings("\n"));
        printed.ShouldContain("""
            input RenameUserInput {
              id: ID!
              name: String!
              times: Int! = 1
            }
            """.ReplaceLineEndings("\n"));
        printed.ShouldContain("""
            type RenameUserPayload {
              user: User
              errors: [RenameUserError!]
            }
            """.ReplaceLineEndings("\n"));
        printed.ShouldContain("union RenameUserError = NameTakenError | NameShapeError");
        printed.ShouldContain("""
            type NameTakenError implements Error {
              message: String!
              name: String!
              by: UUID
              tags: [String!]!
            }
            """.ReplaceLineEndings("\n"));
        printed.ShouldContain("interface Error {");
        executor.Schema.MutationType!.Fields["renameUser"].Description.ShouldBe("Gives a user a name.");
        ((InputObjectType)executor.Schema.Types["RenameUserInput"]).Fields["id"].Description.ShouldBe("Which.");
        printed.ShouldNotContain("seMutationConvention");
    }

    [Fact]
    public async Task The_resolver_takes_the_plain_arguments_and_returns_the_plain_result()
    {
        (await AskAsync("mutation { renameUser(input: { id: \"1\", name: \"ann\" }) { user { id name } errors { __typename } } plain(id: 2) { id } }"))
            .ShouldBe("""{"data":{"renameUser":{"user":{"id":"1","name":"ann 1"},"errors":null},"plain":{"id":"2"}}}""");
        (await AskAsync("mutation ($input: RenameUserInput!) { renameUser(input: $input) { user { name } } }", """{"input":{"id":"1","name":"bob","times":3}}"""))
            .ShouldBe("""{"data":{"renameUser":{"user":{"name":"bob 3"}}}}""");
    }

    [Fact]
    public async Task A_declared_exception_is_an_entry_of_errors_with_its_own_properties()
    {
        (await AskAsync("mutation { renameUser(input: { id: 1, name: \"taken\" }) { user { id } errors { __typename ... on Error { message } ... on NameTakenError { name by tags } } } }"))
            .ShouldBe("""{"data":{"renameUser":{"user":null,"errors":[{"__typename":"NameTakenError","message":"The name taken is taken.","name":"taken","by":null,"tags":["a"]}]}}}""");
    }

    [Fact]
    public async Task A_class_is_made_from_the_exceptions_it_takes_and_several_come_together()
    {
        const string Query = "mutation ($name: String!) { renameUser(input: { id: 1, name: $name }) { errors { __typename ... on NameShapeError { message reason } } } }";
        (await AskAsync(Query, """{"name":""}""")).ShouldBe("""{"data":{"renameUser":{"errors":[{"__typename":"NameShapeError","message":"too short","reason":"SHORT"}]}}}""");
        (await AskAsync(Query, """{"name":"both"}"""))
            .ShouldBe("""{"data":{"renameUser":{"errors":[{"__typename":"NameShapeError","message":"too short","reason":"SHORT"},{"__typename":"NameTakenError"}]}}}""");
    }

    [Fact]
    public async Task What_was_not_declared_stays_an_error_of_the_response_as_does_a_broken_constraint()
    {
        const string Query = "mutation ($name: String!) { renameUser(input: { id: 1, name: $name }) { user { id } } }";
        (await AskAsync(Query, """{"name":"bug"}""")).ShouldContain("Unexpected Execution Error");
        (await AskAsync(Query, """{"name":"mixed"}""")).ShouldContain("Unexpected Execution Error");
        (await AskAsync(Query, """{"name":"far too long"}""")).ShouldContain("ERR_GRAPHQL_CONSTRAINT_VALIDATION");
    }

    [Fact]
    public async Task All_mutations_follow_but_those_that_say_no_or_return_their_payload()
    {
        var executor = await Server(Users + """

            type Mutation {
              touch: Int!
              many: [User!]!
              off(id: ID!): User @useMutationConvention(disable: true)
              done(id: ID!): DonePayload
              own(input: OwnInput!): User
            }
            input OwnInput { id: ID! }
            type DonePayload { id: ID }
            """)
            .AddMutationConventions()
            .AddResolver("Mutation", "touch", () => 7).AddResolver("Mutation", "many", async () => await Task.FromResult(new[] { new User("1", "ann") }))
            .AddResolver("Mutation", "off", (string id) => new User(id, "ann"))
            .AddResolver("Mutation", "done", (string id) => new User(id, "ann")).AddResolver("DonePayload", "id", ([Parent] User user) => user.Id)
            .AddResolver("Mutation", "own", (OwnInput input) => new User(input.Id, "ann"))
            .BuildRequestExecutorAsync();
        Printed(executor.Schema).ShouldContain("""
            type Mutation {
              touch: TouchPayload!
              many: ManyPayload!
              off(id: ID!): User
              done(id: ID!): DonePayload
              own(input: OwnInput!): OwnPayload!
            }
            """.ReplaceLineEndings("\n"));
        (await executor.AskAsync(Requests.Of("mutation { touch { int } many { user { id } } off(id: 1) { id } done(id: 2) { id } own(input: { id: 3 }) { user { id } } }")))
            .ShouldBe("""{"data":{"touch":{"int":7},"many":{"user":[{"id":"1"}]},"off":{"id":"1"},"done":{"id":"2"},"own":{"user":{"id":"3"}}}}""");
    }

    [Fact]
    public async Task Names_come_from_the_patterns_and_from_the_directive_before_them()
    {
        var executor = await Server(Users + """

            type Mutation {
              rename(id: ID!): User
              touch(id: ID!): User @useMutationConvention(inputTypeName: "TouchIt", inputArgumentName: "with", payloadTypeName: "Touched", payloadFieldName: "who", payloadErrorsFieldName: "problems", payloadErrorTypeName: "TouchProblem")
            }
            """)
            .AddMutationConventions(new MutationConventionOptions
            {
                InputTypeNamePattern = "{MutationName}Args", InputArgumentName = "args", PayloadTypeNamePattern = "{MutationName}Result",
                PayloadErrorTypeNamePattern = "{MutationName}Fault", PayloadErrorsFieldName = "faults",
            })
            .AddTypeExtension(typeof(Named)).BuildRequestExecutorAsync();
        var printed = Printed(executor.Schema);
        printed.ShouldContain("  rename(args: RenameArgs!): RenameResult!\n  touch(with: TouchIt!): Touched!\n");
        printed.ShouldContain("  faults: [RenameFault!]\n");
        printed.ShouldContain("  problems: [TouchProblem!]\n");
        (await executor.AskAsync(Requests.Of("mutation { rename(args: { id: 1 }) { user { id } faults { ... on Error { message } } } touch(with: { id: 2 }) { who { id } problems { ... on Error { message } } } }")))
            .ShouldBe("""{"data":{"rename":{"user":null,"faults":[{"message":"The name 1 is taken."}]},"touch":{"who":{"id":"2"},"problems":null}}}""");
    }

    [Fact]
    public async Task Types_of_the_document_are_taken_instead_of_generated_ones()
    {
        var executor = await Server(Sdl + """

            interface Error { message: String! code: Int! }
            type NameTakenError implements Error { message: String! code: Int! }
            type NameShapeError implements Error { message: String! code: Int! }
            type RenameUserPayload { user: User errors: [RenameUserError!] again: Boolean! }
            """).AddTypeExtension(typeof(Renaming))
            .AddResolver("RenameUserPayload", "again", () => true)
            .AddResolver("NameTakenError", "code", () => 1).AddResolver("NameShapeError", "code", () => 2).BuildRequestExecutorAsync();
        (await executor.AskAsync(Requests.Of("mutation { renameUser(input: { id: 1, name: \"both\" }) { again errors { ... on Error { code message } } } }")))
            .ShouldBe("""{"data":{"renameUser":{"again":true,"errors":[{"code":2,"message":"too short"},{"code":1,"message":"The name both is taken."}]}}}""");
    }

    [Fact]
    public async Task Middleware_sees_the_plain_result_and_what_it_throws_may_be_declared()
    {
        var builder = Server(Sdl).AddTypeExtension(typeof(Renaming)).UseField("Mutation", "renameUser", next => async context =>
        {
            await next(context);
            if (((User)context.Result!).Name == "eve 1")
                throw new NameTakenException("eve");
        });
        (await builder.AskAsync("mutation { renameUser(input: { id: 1, name: \"eve\" }) { errors { ... on Error { message } } } }"))
            .ShouldBe("""{"data":{"renameUser":{"errors":[{"message":"The name eve is taken."}]}}}""");
    }

    [Fact]
    public async Task Properties_of_errors_know_bound_classes_and_enums_by_the_names_of_their_attributes()
    {
        var builder = Server(Users + " enum Colour { RED } type Tint { name: String! } type Mutation { paint: User @useMutationConvention }")
            .BindRuntimeType<Shade>().AddResolver("Mutation", "paint", [Error<WrongPaintException>] User? () => throw new WrongPaintException());
        (await builder.AskAsync("mutation { paint { errors { ... on WrongPaintError { shade { name } hue } } } }"))
            .ShouldBe("""{"data":{"paint":{"errors":[{"shade":{"name":"dark"},"hue":"RED"}]}}}""");
    }

    [Fact]
    public async Task What_does_not_fit_stops_the_start()
    {
        (await RefusedAsync(Server("type Query { a: Int } type Mutation { m(a: Int): Int @useMutationConvention(inputName: \"X\") }").AddResolver("Mutation", "m", [Error<User>] (int? a) => a)))
            .ShouldBe(["@useMutationConvention of Mutation.m has no argument inputName.", "User is no exception, and has no public constructor and no public static CreateErrorFrom that takes one."]);
        (await RefusedAsync(Server("type Query { a: Int } type Mutation { m: Int }").AddResolver("Query", "a", () => 1).AddResolver("Mutation", "m", [Error<NameTakenException>] () => 1)))
            .ShouldHaveSingleItem().ShouldContain("declares errors by [Error], but Mutation.m does not follow the mutation conventions");
        (await RefusedAsync(Server("type Query { a: Int } type Mutation { m: Int @useMutationConvention }").AddResolver("Mutation", "m", [Error<NameTakenException>] () => 1)))
            .ShouldHaveSingleItem().ShouldContain("NameTakenException.By is Nullable`1, for which the schema has no type; define NameTakenError in the schema");
        (await RefusedAsync(Server("type Query { a: Int } type Mutation { m: Int @useMutationConvention } type MPayload { b: Int }").AddResolver("Query", "a", () => 1).AddResolver("Mutation", "m", () => 1).AddResolver("MPayload", "b", () => 1)))
            .ShouldContain("MPayload is the payload of Mutation.m and has no field int.");
    }

    // Without the descriptions.
    private static string Printed(Schema schema) => DescriptionPattern().Replace(SchemaPrinter.Print(schema), "");

    [GeneratedRegex("\\s*\"\"\"[^\"]*\"\"\"")]
    private static partial Regex DescriptionPattern();

    private static async Task<string[]> RefusedAsync(IRequestExecutorBuilder builder) =>
        [.. (await Should.ThrowAsync<SchemaException>(async () => await builder.BuildRequestExecutorAsync())).Errors.Select(e => e.Message)];

    private static Task<string> AskAsync(string document, string variables = "{}") => Server(Sdl).AddTypeExtension(typeof(Renaming)).AskAsync(document, variables);

    private static IRequestExecutorBuilder Server(string sdl) => sdl.StartsWith(Users, StringComparison.Ordinal)
        ? Requests.Server(sdl).AddMutationConventions(applyToAllMutations: false).BindRuntimeType<User>().AddResolver("Query", "user", User? () => null)
        : Requests.Server(sdl).AddMutationConventions(applyToAllMutations: false);

    private enum Reason
    {
        Short,
        Long,
    }

    [GraphQLName("Colour")]
    private enum Hue
    {
        Red,
    }

    private sealed record User(string Id, string Name);

    [GraphQLName("Tint")]
    private sealed record Shade(string Name);

    private sealed class WrongPaintException : Exception
    {
        public Shade Shade { get; } = new("dark");

        public Hue Hue { get; }
    }

    private sealed record OwnInput(string Id);

    private sealed class NameTakenException(string name) : Exception($"The name {name} is taken.")
    {
        public string Name { get; } = name;

        public Guid? By { get; }

        public IReadOnlyList<string> Tags { get; } = ["a"];
    }

    private sealed class NameShapeError(string message, Reason reason)
    {
        public NameShapeError(ArgumentNullException exception)
            : this(exception.Message, Reason.Long)
        {
        }

        public string Message { get; } = message;

        public Reason Reason { get; } = reason;

        public static NameShapeError CreateErrorFrom(ArgumentException exception) => new(exception.Message, Reason.Short);
    }

    [ExtendObjectType("Mutation")]
    private static class Renaming
    {
        [Error<NameTakenException>]
        [Error(typeof(NameShapeError))]
        public static async Task<User> RenameUserAsync(string id, string name, int times, CancellationToken cancellationToken)
        {
            await Task.Delay(1, cancellationToken);
            return name switch
            {
                "taken" => throw new NameTakenException(name),
                "" => throw new ArgumentException("too short"),
                "both" => throw new AggregateException(new ArgumentException("too short"), new NameTakenException(name)),
                "mixed" => throw new AggregateException(new ArgumentException("too short"), new InvalidOperationException()),
                "bug" => throw new InvalidOperationException(),
                _ => new User(id, $"{name} {times}"),
            };
        }

        public static User Plain(string id) => new(id, "plain");
    }

    [ExtendObjectType("Mutation")]
    private static class Named
    {
        [Error<NameTakenException>]
        public static User Rename(string id) => throw new NameTakenException(id);

        [Error<NameTakenException>]
        public static User Touch(string id) => new(id, "ann");
    }
}
