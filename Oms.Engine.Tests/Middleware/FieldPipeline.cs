using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Instrumentation;
using Oms.Engine.Middleware;
using Oms.Engine.Response;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Middleware;

/// <summary>What middleware around fields sees and does, in which order, and what it leaves alone.</summary>
public sealed class FieldPipeline
{
    private const string Sdl = """
        directive @upper on FIELD_DEFINITION
        directive @wrap(with: String! = "~") repeatable on FIELD_DEFINITION | OBJECT
        type Query { name: String! plain: String! loud: String! @upper inner: Inner boom: String hello(to: String!): String! @upper later: String! @upper }
        type Inner { text: String! same: String }
        type Mutation { first: String second: String }
        """;

    [Fact]
    public async Task What_is_around_every_field_is_the_outermost_and_the_attributes_are_the_innermost()
    {
        var builder = Requests.Server("""
            directive @around(with: String!) repeatable on FIELD_DEFINITION | OBJECT
            type Query @around(with: "type") { name: String! @around(with: "a") @around(with: "b") }
            """)
            .AddTypeExtension(typeof(Ordered))
            .AddDirectiveMiddleware("around", (next, directive) => async context =>
            {
                await next(context);
                context.Result = $"{directive.GetString("with")}({context.Result})";
            })
            .UseField("Query", "name", Around("named"))
            .UseField(Around("all 1"))
            .UseField(Around("all 2"));
        (await builder.AskAsync("{ name }")).ShouldBe("""{"data":{"name":"all 1(all 2(named(type(a(b(first(second(ann))))))))"}}""");
    }

    [Fact]
    public async Task A_directive_of_the_schema_changes_what_its_fields_return_whether_they_are_awaited_or_not()
    {
        (await Server().AskAsync("{ plain loud later hello(to: \"bob\") }")).ShouldBe("""{"data":{"plain":"plain","loud":"LOUD","later":"LATER","hello":"HELLO BOB"}}""");
    }

    [Fact]
    public async Task A_field_without_middleware_is_planned_and_weighed_as_it_is_without_any_in_the_schema()
    {
        var executor = (RequestExecutor)await Server().BuildRequestExecutorAsync();
        var query = executor.Schema.QueryType!;
        var plain = executor.Binding.BindingOf(query, query.Fields["inner"])!;
        var inner = (ObjectType)executor.Schema.Types["Inner"];
        plain.IsAsync.ShouldBeFalse();
        executor.Binding.MayAwait(inner).ShouldBeFalse();
        executor.Binding.BindingOf(inner, inner.Fields["text"])!.Leaf.ShouldNotBeNull();
        var loud = executor.Binding.BindingOf(query, query.Fields["loud"])!;
        loud.IsAsync.ShouldBeTrue();
        loud.IsFetched.ShouldBeFalse();
        executor.Binding.Costs.Of(query.Fields["loud"]).Weight.ShouldBe(0);
        executor.Binding.Costs.Of(query.Fields["later"]).Weight.ShouldBe(10);
    }

    [Fact]
    public async Task What_is_around_every_field_sees_each_of_them_but_not_those_of_introspection()
    {
        var seen = new List<string>();
        var builder = Server().UseField(next => async context =>
        {
            seen.Add(string.Join('.', context.Path));
            await next(context);
        });
        (await builder.AskAsync("{ __typename __schema { queryType { name } } inner { alias: text __typename } }"))
            .ShouldBe("""{"data":{"__typename":"Query","__schema":{"queryType":{"name":"Query"}},"inner":{"alias":"text","__typename":"Inner"}}}""");
        seen.ShouldBe(["inner", "inner.alias"]);
    }

    [Fact]
    public async Task Middleware_may_answer_by_itself_and_knows_the_field_its_arguments_and_the_user()
    {
        var builder = Server().UseField("Query", "hello", _ => context =>
        {
            context.Result = $"{context.Field.Coordinate} {context.Arguments["to"]} {context.User.Identity!.Name} {context.ResponseName} {context.ContextData.Count}";
            return ValueTask.CompletedTask;
        });
        (await builder.AskAsync("query ($to: String!) { x: hello(to: $to) }", """{"to":"bob"}""", Requests.Ann)).ShouldBe("""{"data":{"x":"Query.hello bob ann x 0"}}""");
    }

    [Fact]
    public async Task What_it_throws_is_the_error_of_the_field_and_a_null_goes_up_from_it()
    {
        var builder = Server().UseField("Query", "plain", _ => _ => throw new InvalidOperationException("secret"));
        (await builder.AskAsync("{ plain }"))
            .ShouldBe("""{"data":null,"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["plain"]}]}""");
    }

    [Fact]
    public async Task An_error_as_the_result_fails_the_field_and_null_fails_one_that_may_not_be_null()
    {
        var builder = Server()
            .UseField("Query", "boom", _ => context =>
            {
                context.Result = new GraphQLError("refused") { Code = "NO" };
                return ValueTask.CompletedTask;
            })
            .UseField("Inner", "text", _ => _ => ValueTask.CompletedTask);
        var answer = Requests.Read(await builder.AskAsync("{ boom inner { text } }"));
        answer.GetProperty("data").ToString().ShouldBe("""{"boom":null,"inner":null}""");
        answer.GetProperty("errors").EnumerateArray().Select(e => $"{string.Join('.', e.GetProperty("path").EnumerateArray())} {e.GetProperty("extensions").GetProperty("code")}")
            .ShouldBe(["boom NO", "inner.text HC0018"]);
    }

    [Fact]
    public async Task It_may_mend_what_the_resolver_throws()
    {
        var builder = Server().AddResolver("Query", "boom", string () => throw new TimeoutException()).UseField("Query", "boom", next => async context =>
        {
            try
            {
                await next(context);
            }
            catch (TimeoutException)
            {
                context.Result = "mended";
            }
        });
        (await builder.AskAsync("{ boom }")).ShouldBe("""{"data":{"boom":"mended"}}""");
    }

    [Fact]
    public async Task Root_fields_of_a_mutation_stay_one_after_the_other()
    {
        var steps = new List<string>();
        var builder = Server().UseField(next => async context =>
        {
            steps.Add($"begin {context.Field.Name}");
            await Task.Yield();
            await next(context);
            steps.Add($"end {context.Field.Name}");
        });
        (await builder.AskAsync("mutation { second first }")).ShouldBe("""{"data":{"second":"2","first":"1"}}""");
        steps.ShouldBe(["begin second", "end second", "begin first", "end first"]);
    }

    [Fact]
    public async Task The_list_of_an_object_type_goes_through_it_too()
    {
        var builder = Requests.Server("type Query { all: [Item!]! } type Item { name: String! }")
            .BindRuntimeType<Item>().AddResolver("Query", "all", () => new[] { new Item("a"), new Item("b") })
            .UseField("Item", "name", Around("x"));
        (await builder.AskAsync("{ all { name } }")).ShouldBe("""{"data":{"all":[{"name":"x(a)"},{"name":"x(b)"}]}}""");
    }

    [Fact]
    public async Task Listeners_hear_of_a_field_once_with_its_middleware()
    {
        var listener = new Heard();
        var builder = Server();
        builder.Services.AddSingleton<ExecutionDiagnosticEventListener>(listener);
        (await builder.AskAsync("{ loud }")).ShouldBe("""{"data":{"loud":"LOUD"}}""");
        listener.Fields.ShouldBe(["loud"]);
    }

    [Fact]
    public async Task Middleware_for_what_is_not_there_stops_the_start()
    {
        var builder = Server().UseField("Query", "missing", Around("x")).UseField("Inner", "text", Around("x")).AddDirectiveMiddleware("missing", (next, _) => next);
        var refused = await Should.ThrowAsync<SchemaException>(async () => await builder.BuildRequestExecutorAsync());
        refused.Errors.Select(e => e.Message).ShouldBe(
            ["There is middleware for Query.missing, which the schema does not have.", "There is middleware for @missing, which the schema does not define."]);
    }

    private static IRequestExecutorBuilder Server() => Requests.Server(Sdl)
        .AddTypeExtension(typeof(Roots)).AddTypeExtension(typeof(Mutations)).BindRuntimeType<Inner>()
        .AddDirectiveMiddleware("upper", (next, _) => async context =>
        {
            await next(context);
            context.Result = ((string)context.Result!).ToUpperInvariant();
        });

    private static FieldMiddleware Around(string name) => next => async context =>
    {
        await next(context);
        context.Result = $"{name}({context.Result})";
    };

    private sealed record Item(string Name);

    private sealed record Inner(string Text, string? Same);

    private sealed class Heard : ExecutionDiagnosticEventListener
    {
        public List<string> Fields { get; } = [];

        public override bool EnableResolveFieldValue => true;

        public override IDisposable ResolveFieldValue(IResolverContext context)
        {
            Fields.Add(context.ResponseName);
            return EmptyScope;
        }
    }

    private sealed class UseAroundAttribute(string name, [CallerLineNumber] int order = 0) : ObjectFieldDescriptorAttribute(order)
    {
        protected internal override void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo member)
        {
            context.Schema.QueryType!.Fields[descriptor.Field.Name].ShouldBe(descriptor.Field);
            member.Name.ShouldBe("Name");
            descriptor.Use(Around(name));
        }
    }

    [ExtendObjectType("Query")]
    private static class Ordered
    {
        [UseAround("first")]
        [UseAround("second")]
        public static string Name() => "ann";
    }

    [ExtendObjectType("Query")]
    private static class Roots
    {
        public static string Name() => "ann";

        public static string Plain() => "plain";

        public static string Loud() => "loud";

        public static async Task<string> LaterAsync()
        {
            await Task.Yield();
            return "later";
        }

        public static string Hello(string to) => $"hello {to}";

        public static Inner Inner() => new("text", null);

        public static string? Boom() => null;
    }

    [ExtendObjectType("Mutation")]
    private static class Mutations
    {
        public static string First() => "1";

        public static string Second() => "2";
    }
}
