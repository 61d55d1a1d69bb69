using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Response;
using Oms.Engine.Tests.AspNetCore;
using Oms.Engine.Tests.AspNetCore.Sockets;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Execution;

/// <summary>What a field that fails does to the response, as the server or the client has it.</summary>
public sealed class ErrorHandling
{
    private const string Sdl = """
        type Query { whole: Whole! list: [Int!]! lazy: [Int!]! good: Int! fine: [Part!]! }
        type Whole { good: Int! bad: Int! nothing: Int! late: Int! part: Part! }
        type Part { bad: Int! good: Int! }
        """;

    [Fact]
    public async Task Null_leaves_every_null_where_it_stands_and_tells_of_each()
    {
        const string Query = "{ good whole { good bad nothing late part { bad good } } list lazy fine { good bad } }";
        var answer = Requests.Read(await AskAsync(Query, ErrorHandlingMode.Null));
        answer.GetProperty("data").ToString().ShouldBe(
            """{"good":1,"whole":{"good":1,"bad":null,"nothing":null,"late":null,"part":{"bad":null,"good":1}},"list":[1,null,3],"lazy":null,"fine":[{"good":1,"bad":null},{"good":1,"bad":null}]}""");
        answer.GetProperty("errors").EnumerateArray().Select(e => string.Join('.', e.GetProperty("path").EnumerateArray()))
            .ShouldBe(["whole.bad", "whole.nothing", "whole.late", "whole.part.bad", "list.1", "lazy", "fine.0.bad", "fine.1.bad"]);
    }

    [Fact]
    public async Task Halt_leaves_the_first_error_and_no_data_and_touches_nothing_that_succeeds()
    {
        var answer = Requests.Read(await AskAsync("{ good whole { good bad nothing } list }", ErrorHandlingMode.Halt));
        answer.GetProperty("data").GetRawText().ShouldBe("null");
        answer.GetProperty("errors").GetArrayLength().ShouldBe(1);
        (await AskAsync("{ good whole { good } }", ErrorHandlingMode.Halt)).ShouldBe("""{"data":{"good":1,"whole":{"good":1}}}""");
    }

    [Fact]
    public async Task Clients_are_heard_only_where_the_server_lets_them()
    {
        const string Query = "{ good whole { part { bad } } }";
        (await AskAsync(Query, ErrorHandlingMode.Null, isAllowed: false)).ShouldStartWith("""{"data":null,"errors":[""");
        (await AskAsync(Query, null)).ShouldStartWith("""{"data":null,"errors":[""");
        (await AskAsync(Query, null, ErrorHandlingMode.Null)).ShouldStartWith("""{"data":{"good":1,"whole":{"part":{"bad":null}}},""");
        (await AskAsync(Query, ErrorHandlingMode.Propagate, ErrorHandlingMode.Null)).ShouldStartWith("""{"data":null,"errors":[""");
    }

    [Fact]
    public async Task Deferred_parts_keep_their_nulls_too()
    {
        var executor = await Server(null, true).ModifyOptions(o => o.EnableDefer = true).BuildRequestExecutorAsync();
        await using var stream = (ResponseStream)await executor.ExecuteAsync(
            Request("{ good ... @defer { whole { part { bad good } } } }", ErrorHandlingMode.Null), TestContext.Current.CancellationToken);
        var parts = new StringBuilder();
        await foreach (var part in stream)
            await using (part)
                parts.Append(part.ToJson());
        parts.ToString().ShouldContain("""{"whole":{"part":{"bad":null,"good":1}}}""");
    }

    [Fact]
    public async Task Every_transport_reads_onError_and_refuses_other_words()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.Batching = AllowedBatching.All, graph => graph
            .AddDocumentFromString("extend type Query { bad: Int! }").AddResolver("Query", "bad", int () => throw new GraphQLException("bad"))
            .ModifyRequestOptions(o => o.AllowErrorHandlingModeOverride = true));
        const string Kept = """{"data":{"bad":null},"errors":[""";
        await AnswersAsync(host.PostAsync("""{"query":"{ bad }","onError":"NULL"}"""), Kept);
        await AnswersAsync(host.PostAsync("""{"query":"{ bad }","onError":null}"""), """{"data":null,"errors":[""");
        await AnswersAsync(host.PostAsync("""[{"query":"{ bad }","onError":"NULL"}]"""), Kept);
        await AnswersAsync(host.GetAsync("?query={bad}&onError=NULL"), Kept);
        await AnswersAsync(host.PostAsync("""{"query":"{ bad }","onError":"MAYBE"}"""), "must be PROPAGATE, NULL or HALT");
        await AnswersAsync(host.PostAsync("""{"query":"{ bad }","onError":1}"""), "must be PROPAGATE, NULL or HALT");
        await AnswersAsync(host.GetAsync("?query={bad}&onError=MAYBE"), "must be PROPAGATE, NULL or HALT");
        using var socket = await SocketClient.OpenAsync(host);
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ bad }","onError":"NULL"}}""");
        (await socket.ReceiveAsync()).ShouldNotBeNull().ShouldContain(Kept);
    }

    [Theory]
    [InlineData("\"MAYBE\"")]
    [InlineData("1")]
    [InlineData("{\"a\":[1]}")]
    public async Task Where_clients_are_not_heard_no_word_of_theirs_is_wrong(string onError)
    {
        await using var host = await GraphQLHost.StartAsync();
        await AnswersAsync(host.PostAsync($$"""{"query":"{ __typename }","onError":{{onError}}}"""), """{"data":{"__typename":"Query"}}""");
        await AnswersAsync(host.GetAsync($"?query={{__typename}}&onError={Uri.EscapeDataString(onError)}"), """{"data":{"__typename":"Query"}}""");
    }

    private static async Task AnswersAsync(Task<HttpResponseMessage> sent, string part)
    {
        using var response = await sent;
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(part);
    }

    private static async Task<string> AskAsync(string document, ErrorHandlingMode? asked, ErrorHandlingMode? server = null, bool isAllowed = true) =>
        await (await Server(server, isAllowed).BuildRequestExecutorAsync()).AskAsync(Request(document, asked));

    private static OperationRequest Request(string document, ErrorHandlingMode? mode) => new() { Document = Encoding.UTF8.GetBytes(document), ErrorHandlingMode = mode };

    private static IRequestExecutorBuilder Server(ErrorHandlingMode? mode, bool isAllowed) => Requests.Server(Sdl)
        .BindRuntimeType<Whole>().BindRuntimeType<Part>()
        .AddResolver("Query", "whole", () => new Whole()).AddResolver("Query", "good", () => 1)
        .AddResolver("Query", "list", () => new int?[] { 1, null, 3 }).AddResolver("Query", "lazy", () => Lazy()).AddResolver("Query", "fine", () => new[] { new Part(), new Part() })
        .ModifyRequestOptions(o =>
        {
            o.DefaultErrorHandlingMode = mode ?? ErrorHandlingMode.Propagate;
            o.AllowErrorHandlingModeOverride = isAllowed;
        });

    private static IEnumerable<int> Lazy()
    {
        yield return 1;
        throw new GraphQLException("no more");
    }

    private sealed class Whole
    {
        public int Good => 1;

        public int Bad => throw new GraphQLException("bad");

        public int? Nothing => null;

        public Part Part { get; } = new();

        public async Task<int> GetLateAsync()
        {
            await Task.Yield();
            throw new GraphQLException("late");
        }
    }

    private sealed class Part
    {
        public int Good => 1;

        public int Bad => throw new GraphQLException("bad");
    }
}
