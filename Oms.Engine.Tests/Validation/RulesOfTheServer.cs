using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Language;
using Oms.Engine.Response;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Tests.AspNetCore;
using Oms.Engine.Tests.AspNetCore.Sockets;
using Oms.Engine.Validation;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Validation;

/// <summary>Rules that the server adds to those of the specification.</summary>
public sealed class RulesOfTheServer
{
    private const string Sdl = """
        directive @heavy on FIELD_DEFINITION
        type Query { name: String item(of: Numbers, ids: [Int!]): Item }
        type Item { name: String parts: [Item!] @heavy }
        input Numbers { a: Int }
        """;

    [Fact]
    public async Task A_rule_refuses_documents_with_its_own_errors_before_anything_is_resolved()
    {
        var builder = Server().AddValidationRule<NoAnonymous>();
        var answer = Requests.Read(await builder.AskAsync("{ name }"));
        answer.TryGetProperty("data", out _).ShouldBeFalse();
        answer.GetProperty("errors")[0].GetRawText().ShouldBe("""{"message":"Name your operations.","locations":[{"line":1,"column":1}],"extensions":{"code":"ANONYMOUS"}}""");
        (await builder.AskAsync("query A { name }")).ShouldBe("""{"data":{"name":"ann"}}""");
    }

    [Fact]
    public async Task It_is_asked_once_a_document_and_only_about_valid_ones()
    {
        var counting = new Counting(isCacheable: true, ushort.MaxValue);
        var executor = await Server().AddValidationRule((_, _) => counting).BuildRequestExecutorAsync();
        for (var i = 0; i < 3; i++)
            await executor.AskAsync(Requests.Of("{ name }"));
        await executor.AskAsync(Requests.Of("{ nothing }"));
        await executor.AskAsync(Requests.Of("{ a: name b: name }"));
        counting.Calls.ShouldBe(2);
        counting.SawRequest.ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_is_not_cacheable_sees_every_request()
    {
        var counting = new Counting(isCacheable: false, ushort.MaxValue);
        var executor = await Server().AddValidationRule((_, _) => counting).AddValidationRule<OnlyKnown>().BuildRequestExecutorAsync();
        (await executor.AskAsync(Requests.Of("{ name }", user: Requests.Ann))).ShouldBe("""{"data":{"name":"ann"}}""");
        (await executor.AskAsync(Requests.Of("{ name }"))).ShouldContain("Who are you?");
        (await executor.AskAsync(Requests.Of("{ name }", user: Requests.Ann))).ShouldBe("""{"data":{"name":"ann"}}""");
        counting.Calls.ShouldBe(3);
        counting.SawRequest.ShouldBeTrue();
    }

    [Fact]
    public async Task Rules_of_lower_priority_come_first_and_the_errors_are_counted()
    {
        var order = new StringBuilder();
        var builder = Server().SetMaxAllowedValidationErrors(2)
            .AddValidationRule((_, _) => new Noting("b", 20, order)).AddValidationRule((_, _) => new Noting("c", 20, order)).AddValidationRule((_, _) => new Noting("a", 10, order));
        Requests.Read(await builder.AskAsync("{ name }")).GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("message").GetString()).ShouldBe(["a", "b"]);
        order.ToString().ShouldBe("ab");
    }

    [Fact]
    public async Task A_GraphQLException_is_its_errors_and_error_filters_see_them()
    {
        var answer = await Server().AddErrorFilter(e => e with { Message = e.Message + "!" })
            .AddValidationRule((_, _) => new Throwing()).AskAsync("{ name }");
        answer.ShouldBe("""{"errors":[{"message":"one!"},{"message":"two!"}]}""");
    }

    [Fact]
    public async Task A_visitor_knows_the_types_of_what_it_meets()
    {
        var builder = Server().AddValidationVisitor<NoHeavyLists>();
        (await builder.AskAsync("{ item { name } }")).ShouldBe("""{"data":{"item":{"name":"part"}}}""");
        (await builder.AskAsync("{ item { ...F } } fragment F on Item { parts { name } }")).ShouldContain("Item.parts of Item is heavy.");
        (await builder.AskAsync("{ item { ... on Item { parts { name } } } }")).ShouldContain("Item.parts of Item is heavy.");
        (await builder.AskAsync("query ($i: [Int!] = [7]) { item(of: { a: 7 }, ids: $i) { name @skip(if: false) } }")).ShouldBe("""{"errors":[{"message":"7 in nothing: Int!"},{"message":"7 in of: Int"}]}""");
    }

    [Fact]
    public async Task A_visitor_that_skips_a_node_knows_where_it_is_afterwards()
    {
        var seen = new List<string>();
        var builder = Server().AddValidationVisitor((_, _) => new Skipping(seen));
        await builder.AskAsync("{ item { parts { name } name } name }");
        seen.ShouldBe(["Query.item", "Item.parts", "Item.name", "Query.name"]);
    }

    [Fact]
    public async Task A_rule_follows_spreads_by_itself()
    {
        var builder = Server().AddValidationRule<NamingSpreads>();
        (await builder.AskAsync("{ ...A } fragment A on Query { ...B } fragment B on Query { name }")).ShouldBe("""{"errors":[{"message":"A on Query, B on Query, C nowhere"}]}""");
    }

    [Fact]
    public async Task No_transport_goes_round_a_rule()
    {
        await using var host = await GraphQLHost.StartAsync(_ => { }, graph => graph.AddValidationRule<NoAnonymous>());
        using var posted = await host.PostAsync("""{"query":"{ hello }"}""");
        posted.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        using var got = await host.GetAsync("?query={hello}");
        (await got.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Name your operations.");
        using var socket = await SocketClient.OpenAsync(host);
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"subscription { silence }"}}""");
        (await socket.ReceiveAsync()).ShouldNotBeNull().ShouldContain("Name your operations.");
    }

    private static IRequestExecutorBuilder Server() => Requests.Server(Sdl).BindRuntimeType<Item>()
        .AddResolver("Query", "name", () => "ann").AddResolver("Query", "item", () => new Item("part", []));

    private sealed record Item(string Name, IReadOnlyList<Item> Parts);

    private sealed class NoAnonymous : IDocumentValidatorRule
    {
        public void Validate(DocumentValidatorContext context, DocumentNode document)
        {
            foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>().Where(o => o.Name is null))
                context.ReportError(ErrorBuilder.New().SetMessage("Name your operations.").SetCode("ANONYMOUS").AddLocation(operation.Location).Build());
        }
    }

    private sealed class Counting(bool isCacheable, ushort priority) : IDocumentValidatorRule
    {
        public int Calls { get; private set; }

        public bool SawRequest { get; private set; }

        public ushort Priority => priority;

        public bool IsCacheable => isCacheable;

        public void Validate(DocumentValidatorContext context, DocumentNode document)
        {
            Calls++;
            SawRequest |= context.Request is not null;
        }
    }

    private sealed class OnlyKnown : IDocumentValidatorRule
    {
        public bool IsCacheable => false;

        public void Validate(DocumentValidatorContext context, DocumentNode document)
        {
            if (context.Request!.User is null)
                context.ReportError(new GraphQLError("Who are you?"));
        }
    }

    private sealed class Noting(string name, ushort priority, StringBuilder order) : IDocumentValidatorRule
    {
        public ushort Priority => priority;

        public void Validate(DocumentValidatorContext context, DocumentNode document)
        {
            order.Append(name);
            context.ReportError(new GraphQLError(name));
        }
    }

    private sealed class NamingSpreads : IDocumentValidatorRule
    {
        public void Validate(DocumentValidatorContext context, DocumentNode document)
        {
            var found = new[] { "A", "B", "C" }.Select(name => context.FindFragment(name) is { } fragment ? $"{name} on {fragment.TypeCondition.Name.Value}" : $"{name} nowhere");
            context.ReportError(new GraphQLError(string.Join(", ", found)));
        }
    }

    private sealed class Throwing : IDocumentValidatorRule
    {
        public void Validate(DocumentValidatorContext context, DocumentNode document) =>
            throw new GraphQLException(new GraphQLError("one"), new GraphQLError("two"));
    }

    private sealed class NoHeavyLists : DocumentValidatorVisitor
    {
        protected override bool Enter(SyntaxNode node, DocumentValidatorContext context)
        {
            if (node is FieldNode && Field?.FindDirective("heavy") is not null)
                context.ReportError(new GraphQLError($"{Field.Coordinate} of {ParentType} is heavy."));
            if (node is IntValueNode)
                context.ReportError(new GraphQLError($"7 in {Argument?.Name ?? "nothing"}: {InputType}"));
            return true;
        }
    }

    private sealed class Skipping(List<string> seen) : DocumentValidatorVisitor
    {
        protected override bool Enter(SyntaxNode node, DocumentValidatorContext context)
        {
            if (node is FieldNode)
                seen.Add(Field!.Coordinate.ToString());
            return Field?.Name != "parts";
        }
    }
}
