using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Oms.Graph.Authentication;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Journeys;

/// <summary>What no client should send: each is a clear error, and the server is up afterwards.</summary>
public sealed class BadInputTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"query\":")]
    [InlineData("{\"query\":7}")]
    [InlineData("{\"query\":\"{me{subject}}\",\"variables\":[]}")]
    [InlineData("{\"query\":\"{me{subject}}\"} trailing")]
    [InlineData("{\"query\":\"{me{subject}\"}")]
    [InlineData("{\"query\":\"{me{subject}}\",\"operationName\":\"Missing\"}")]
    [InlineData("{\"query\":\"{ nothing }\"}")]
    [InlineData("{\"query\":\"{ ontology(branch: 7) { hash } }\"}")]
    [InlineData("{\"query\":\"{ ontology(at: { commit: \\\"a\\\", time: \\\"2026-01-01T00:00:00Z\\\" }) { hash } }\"}")]
    [InlineData("{\"query\":\"query($a: ID!){ node(id: $a) { id } }\"}")]
    [InlineData("{\"query\":\"query($a: Int){ ontology { objectTypes(first: $a) { totalCount } } }\",\"variables\":{\"a\":\"many\"}}")]
    [InlineData("{\"query\":\"query($a: Int){ ontology { objectTypes(first: $a) { totalCount } } }\",\"variables\":{\"a\":99999999999}}")]
    [InlineData("{\"query\":\"{ me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }\"}")]
    [InlineData("{\"query\":\"mutation { commit(input: { message: \\\"m\\\", operations: [{}] }) { commit { id } } }\"}")]
    [InlineData("{\"query\":\"mutation { commit(input: { message: \\\"m\\\", operations: [{ rename: { element: \\\"a\\\", name: \\\"b\\\" }, restore: { element: \\\"a\\\" } }] }) { commit { id } } }\"}")]
    public async Task A_request_that_can_not_be_carried_out_is_400_with_a_message(string body)
    {
        using var response = await PostAsync(Encoding.UTF8.GetBytes(body));
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
        var errors = JsonElement.Parse(text).At("errors");
        errors.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (var error in errors.EnumerateArray())
            Clear(error.Text("message")!);
        await StillServesAsync();
    }

    [Fact]
    public async Task Text_that_is_no_unicode_is_refused()
    {
        var body = Encoding.UTF8.GetBytes("{\"query\":\"{ me { subject } } # X\"}");
        body[^3] = 0xFF;
        using var response = await PostAsync(body);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var half = await PostAsync("""{"query":"query($q: String!){ ontology { search(query: $q) { totalCount } } }","variables":{"q":"\ud800"}}"""u8.ToArray());
        ((int)half.StatusCode).ShouldBeLessThan(500);
        Clear(await half.Content.ReadAsStringAsync());
        await StillServesAsync();
    }

    [Theory]
    [InlineData("{ a", "}")]
    [InlineData("[", "]")]
    public async Task What_is_nested_too_deeply_is_refused_and_kills_nobody(string open, string close)
    {
        const int Depth = 50_000;
        var nested = open == "[" ? "{ node(id: " + Repeat("[", Depth) + Repeat("]", Depth) + ") { id } }" : Repeat(open, Depth) + Repeat(close, Depth);
        using var document = await PostAsync(JsonSerializer.SerializeToUtf8Bytes(new { query = nested }));
        document.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Clear(await document.Content.ReadAsStringAsync());
        using var variables = await PostAsync(Encoding.UTF8.GetBytes($"{{\"query\":\"{{me{{subject}}}}\",\"variables\":{{\"a\":{Repeat("[", Depth)}{Repeat("]", Depth)}}}}}"));
        variables.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await StillServesAsync();
    }

    [Fact]
    public async Task A_deep_default_value_or_filter_is_refused_in_words()
    {
        var deep = Enumerable.Range(0, 500).Aggregate("{ name: { eq: \"x\" } }", (inner, _) => $"{{ and: [{inner}] }}");
        var answer = await server.AskAsync("viewer", $"{{ ontology {{ objectTypes(where: {deep}) {{ totalCount }} }} }}");
        Clear(answer.ToString());
        var json = Enumerable.Range(0, 500).Aggregate("1", (inner, _) => $"[{inner}]");
        var commit = await server.AskAsync("admin", $"mutation {{ commit(input: {{ message: \"m\", issues: [\"OMS-1\"], operations: [{{ createObjectType: {{ name: \"Deep\", properties: [{{ name: \"value\", type: {{ dataType: \"json\" }}, defaultValue: {json} }}] }} }}] }}) {{ commit {{ id }} errors {{ ... on Error {{ code message }} }} }} }}");
        Clear(commit.ToString());
        await StillServesAsync();
    }

    [Fact]
    public async Task A_body_of_a_hundred_megabytes_is_413_and_not_kept()
    {
        var request = Request(null);
        request.Content = new StreamContent(new Endless(100 << 20));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var response = await server.Server.Client.SendAsync(await AuthorizedAsync(request));
            response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException)
        {
            // The server closed the connection before all was sent, as it may.
        }

        await StillServesAsync();
    }

    [Fact]
    public async Task Only_a_good_token_opens_the_door()
    {
        var good = await server.TokenAsync("admin");
        var parts = good.Split('.');
        string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var signature = Convert.ToBase64String(HMACSHA256.HashData("guess"u8, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        string[] bad =
        [
            "", "nonsense", "a.b.c", parts[0] + "." + parts[1], $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{parts[1]}.{signature}",
            $"{Encoded("{\"alg\":\"none\"}")}.{parts[1]}.", $"{parts[0]}.{Encoded("{\"sub\":\"eve\",\"role\":\"admin\",\"exp\":9999999999}")}.{parts[2]}", new string('x', 6000),
        ];
        foreach (var token in bad)
        foreach (var path in new[] { "/graphql", "/graphql/", "/GraphQL", "/graphql//" })
        {
            var request = Request("{\"query\":\"{ me { subject } }\"}", path);
            if (token.Length > 0)
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            using var response = await server.Server.Client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{path} {token}");
            response.Headers.WwwAuthenticate.Count.ShouldBeGreaterThan(0);
        }

        var past = new LocalTokenIssuer(LocalSigningKey.Load(server.Server.Data), new StoppedClock(DateTimeOffset.UtcNow.AddHours(-2)));
        var ended = past.Issue("late", ["viewer"], TimeSpan.FromHours(1));
        using var expired = await server.Server.Client.SendAsync(Authorized(Request("{\"query\":\"{ me { subject } }\"}"), ended));
        expired.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await StillServesAsync();
    }

    [Fact]
    public async Task A_refused_commit_leaves_nothing_behind()
    {
        await server.BranchAsync("whole");
        object Many(int count, string last) => new
        {
            branch = "whole", message = "m", issues = new[] { "OMS-1" },
            operations = Enumerable.Range(0, count - 1).Select(i => new { createObjectType = new { name = $"Type{i}" } }).Append(new { createObjectType = new { name = last } }),
        };
        (await server.RefusedAsync("commit", Many(1000, "Type0"))).ShouldBe("DUPLICATE_NAME");
        (await server.RefusedAsync("commit", Many(1001, "Fine"))).ShouldBe("VALUE_OUT_OF_RANGE");
        (await server.ReadAsync("""{ ontology(branch: "whole") { objectTypes { totalCount } } }""")).Number("ontology.objectTypes.totalCount").ShouldBe(0);
        await server.DoAsync("commit", Many(1000, "Fine"), "commit { changes { totalCount } }");
        (await server.ReadAsync("""{ ontology(branch: "whole") { objectTypes { totalCount } } }""")).Number("ontology.objectTypes.totalCount").ShouldBe(1000);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_405(string method)
    {
        using var response = await server.Server.Client.SendAsync(await AuthorizedAsync(new HttpRequestMessage(new HttpMethod(method), "/graphql")));
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static void Clear(string text)
    {
        text.ShouldNotContain("Unexpected Execution Error");
        text.ShouldNotContain("   at ");
        text.ShouldNotContain("Exception");
    }

    private static HttpRequestMessage Request(string? body, string path = "/graphql")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        return request;
    }

    private static HttpRequestMessage Authorized(HttpRequestMessage request, string token)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private async Task<HttpRequestMessage> AuthorizedAsync(HttpRequestMessage request) => Authorized(request, await server.TokenAsync("admin"));

    private async Task<HttpResponseMessage> PostAsync(byte[] body)
    {
        var request = Request(null);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await server.Server.Client.SendAsync(await AuthorizedAsync(request));
    }

    private async Task StillServesAsync() => (await server.ReadAsync("{ me { subject } }")).Text("me.subject").ShouldBe("viewer");

    private sealed class Endless(long length) : Stream
    {
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - position);
            Array.Fill(buffer, (byte)' ', offset, read);
            position += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
