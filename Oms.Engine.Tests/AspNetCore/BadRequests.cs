using System.Net;
using System.Text;
using System.Text.Json;
using Oms.Engine.AspNetCore;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore;

public sealed class BadRequests
{
    private const string Hello = """{"query":"{ hello }"}""";

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_get_405_with_Allow(string method)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/graphql"));
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "POST"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/graphql")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/jsonp")]
    [InlineData("text/plain, application/json")]
    [InlineData("application/json, text/plain")]
    public async Task Bodies_of_other_types_get_415(string? contentType)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync(Encoding.UTF8.GetBytes("""{"query":"mutation { touch }"}"""), contentType);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        host.Touches.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_gets_415(string encoding)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync(Hello, null, ("Content-Encoding", encoding));
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("{\"query\": \"{ hello }\",\n  \"variables\": {]}", 2, 17)]
    [InlineData("{\"query\" \"{ hello }\"}", 1, 10)]
    [InlineData("{\"query\":\"{ hello }\"", 1, 21)]
    [InlineData("{\"query\":\"{ hello }\"} x", 1, 23)]
    [InlineData("hello", 1, 1)]
    [InlineData("", 1, 1)]
    [InlineData("{\"query\":\"{ hello }\",}", 1, 22)]
    [InlineData("{\"query\":\"{ hello }\" /* comment */}", 1, 22)]
    [InlineData("{\"query\":\"{ hello\0 }\"}", 1, 18)]
    public async Task Malformed_JSON_gets_400_and_the_place(string body, int line, int position)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync(body);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe($"The request is not valid JSON from line {line}, position {position}.");
        error.GetProperty("extensions").GetProperty("line").GetInt32().ShouldBe(line);
        error.GetProperty("extensions").GetProperty("position").GetInt32().ShouldBe(position);
    }

    [Theory]
    [InlineData("""null""", "object")]
    [InlineData(""" "x" """, "object")]
    [InlineData("""{}""", "query")]
    [InlineData("""{"query":null}""", "query")]
    [InlineData("""{"query":{}}""", "query")]
    [InlineData("""{"query":1}""", "query")]
    [InlineData("""{"query":"{ hello }","query":"{ hello }"}""", "twice")]
    [InlineData("""{"query":"{ hello }","variables":{},"variables":null}""", "twice")]
    [InlineData("""{"query":"{ hello }","variables":"{}"}""", "variables")]
    [InlineData("""{"query":"{ hello }","operationName":1}""", "operationName")]
    [InlineData("""{"query":"{ hello }","extensions":true}""", "extensions")]
    [InlineData("""{"query":"{ hello(name: \"\ud800\") }"}""", "surrogate")]
    [InlineData("""{"query":"query ($n: String!) { hello(name: $n) }","variables":{"n":"\udc00"}}""", "surrogate")]
    public async Task A_request_that_is_none_gets_400_and_what_is_wrong(string body, string word)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync(body);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
        text.ShouldContain(word);
        text.ShouldContain("HC0009");
    }

    [Theory]
    [InlineData("""{"query":"query ($number: Int!) { twice(number: $number) }","variables":{"number":1,"number":2}}""")]
    [InlineData("""{"query":"query ($of: Summands!) { sum(of: $of) }","variables":{"of":{"a":1,"b":2,"a":3}}}""")]
    public async Task A_name_given_twice_in_the_variables_is_refused(string body)
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync(body);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("is given twice.");
    }

    [Fact]
    public async Task Unknown_entries_are_ignored()
    {
        await using var host = await GraphQLHost.StartAsync();
        using var response = await host.PostAsync("""{"other":[{"deep":[1]}],"query":"{ hello }","id":null}""");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_get_400()
    {
        await using var host = await GraphQLHost.StartAsync();
        foreach (var bad in new byte[][] { [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80] })
        {
            using var response = await host.PostAsync([.. "{\"query\":\"{ hello(name: \\\""u8, .. bad, .. "\\\") }\"}"u8], "application/json");
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await response.Content.ReadAsStringAsync()).ShouldContain("UTF-8");
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(100_000)]
    public async Task Deep_JSON_gets_400_wherever_it_is(int depth)
    {
        await using var host = await GraphQLHost.StartAsync();
        var deep = new string('[', depth) + new string(']', depth);
        foreach (var body in new[]
        {
            deep, $$$"""{"query":"{ hello }","variables":{"x":{{{deep}}}}}""", $$$"""{"query":"{ hello }","other":{{{deep}}}}""",
            $$$"""{"query":"{ hello }","extensions":{"x":{{{deep}}}}}""", new string('[', depth),
        })
        {
            using var response = await host.PostAsync(body);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task Variables_deeper_than_they_may_be_are_refused_and_the_server_lives_on()
    {
        await using var host = await GraphQLHost.StartAsync();
        var deep = new string('[', 100) + new string(']', 100);
        using var response = await host.PostAsync($$$"""{"query":"query ($n: Int!) { twice(number: $n) }","variables":{"n":{{{deep}}}}}""");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var next = await host.PostAsync(Hello);
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_100_MB_gets_413_before_it_has_been_read(bool withLength)
    {
        await using var host = await GraphQLHost.StartAsync();
        var body = new EndlessBody(100_000_000, withLength);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = body };
        HttpStatusCode? status = null;
        try
        {
            using var response = await host.Client.SendAsync(request);
            status = response.StatusCode;
        }
        catch (HttpRequestException e) when (e.InnerException is IOException or System.Net.Sockets.SocketException)
        {
            // The server answered and closed while the body was still under way; a client may see only the latter.
        }

        status.ShouldBeOneOf(null, HttpStatusCode.RequestEntityTooLarge);
        body.Sent.ShouldBeLessThan(60_000_000);
        using var next = await host.PostAsync(Hello);
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_largest_body_is_read_and_one_byte_more_is_not()
    {
        await using var host = await GraphQLHost.StartAsync(o => o.MaxAllowedRequestSize = 100_000);
        using var fits = await host.PostAsync(Hello.PadRight(100_000));
        fits.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var tooLarge = await host.PostAsync(Hello.PadRight(100_001));
        tooLarge.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await tooLarge.Content.ReadAsStringAsync()).ShouldContain("HC0010");
    }

    [Fact]
    public async Task A_batch_runs_where_it_is_enabled_and_not_beyond_its_limit()
    {
        await using var host = await GraphQLHost.StartAsync(o => (o.Batching, o.MaxBatchSize) = (AllowedBatching.RequestBatching, 2));
        using var two = await host.PostAsync($"[{Hello},{Hello}]");
        (await two.Content.ReadAsStringAsync()).ShouldBe("""[{"data":{"hello":"hello world"}},{"data":{"hello":"hello world"}}]""");
        foreach (var body in new[] { "[]", $"[{Hello},{Hello},{Hello}]", "[1]" })
        {
            using var refused = await host.PostAsync(body);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    private sealed class EndlessBody : HttpContent
    {
        private readonly long _length;
        private readonly bool _withLength;

        public EndlessBody(long length, bool withLength)
        {
            (_length, _withLength) = (length, withLength);
            Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 * 1024];
            Array.Fill(block, (byte)' ');
            for (; Sent < _length; Sent += block.Length)
                await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(block.Length, _length - Sent)));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return _withLength;
        }
    }
}
