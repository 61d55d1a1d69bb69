using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Oms.Engine.AspNetCore;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore.Uploads;

[Collection("uploads")]
public sealed class Refused_uploads
{
    private const string Size = """{"query":"mutation ($f: Upload) { size(file: $f) }","variables":{"f":null,"g":1}}""";

    [Fact]
    public async Task Without_the_preflight_header_nothing_is_read()
    {
        await using var host = await UploadHost.StartAsync();
        var (status, body) = await host.SendAsync(UploadHost.Form(Size, """{"0":["variables.f"]}""", "Alpha"), isPreflighted: false);
        (status, body.Contains("HC0077", StringComparison.Ordinal)).ShouldBe((400, true));
        await using var trusting = await UploadHost.StartAsync(o => o.EnforceMultipartRequestsPreflightHeader = false);
        (await trusting.SendAsync(UploadHost.Form(Size, """{"0":["variables.f"]}""", "Alpha"), isPreflighted: false))
            .ShouldBe((200, """{"data":{"size":5}}"""));
    }

    [Theory]
    [InlineData("""{"query":"mutation { size(file: \"a.txt\") }"}""")]
    [InlineData("""{"query":"mutation ($f: Upload = \"a.txt\") { size(file: $f) }"}""")]
    [InlineData("""{"query":"mutation ($f: Upload) { size(file: $f) }","variables":{"f":"a.txt"}}""")]
    [InlineData("""{"query":"mutation ($f: Upload) { size(file: $f) }","variables":{"f":0}}""")]
    [InlineData("""{"query":"mutation ($f: Upload) { size(file: $f) }","variables":{"f":{}}}""")]
    public async Task What_is_no_file_is_refused_as_JSON_and_as_multipart(string operations)
    {
        await using var host = await UploadHost.StartAsync();
        using var json = await host.PostAsync(operations);
        ((int)json.StatusCode).ShouldBe(400);
        (await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("multipart/form-data");
        var (status, body) = await host.SendAsync(UploadHost.Form(operations, "{}", Array.Empty<string>()));
        status.ShouldBe(400);
        body.ShouldContain("multipart/form-data");
    }

    // What the server itself puts in the place of a file.
    [Theory]
    [InlineData("\"\\uD8000/1\"")]
    [InlineData("\"\\ud8000/1\"")]
    public async Task A_placeholder_of_the_client_s_own_is_refused(string forged)
    {
        await using var host = await UploadHost.StartAsync();
        var operations = $$$"""{"query":"mutation ($f: Upload, $g: Upload) { size(file: $f) b: size(file: $g) }","variables":{"f":null,"g":{{{forged}}}}}""";
        using var json = await host.PostAsync(operations);
        ((int)json.StatusCode).ShouldBe(400);
        (await host.SendAsync(UploadHost.Form(operations, """{"0":["variables.f"]}""", "Alpha"))).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData(null, null, TransportErrorCodes.MultiPartFieldsMisordered)]
    [InlineData(null, "{}", TransportErrorCodes.MultiPartFieldsMisordered)]
    [InlineData(Size, null, TransportErrorCodes.MultiPartFieldsMisordered)]
    [InlineData("{", """{"0":["variables.f"]}""", TransportErrorCodes.RequestInvalid)]
    [InlineData("{}", """{"0":["variables.f"]}""", TransportErrorCodes.RequestInvalid)]
    [InlineData(Size, "{}", TransportErrorCodes.MultiPartNoObjectPath)]
    [InlineData(Size, """{"0":[]}""", TransportErrorCodes.MultiPartNoObjectPath)]
    [InlineData(Size, """{"0":["variables.f"],"1":["variables.h"]}""", TransportErrorCodes.MultiPartFileMissing)]
    [InlineData(Size, """{"0":["variables.h"]}""", TransportErrorCodes.MultiPartVariableNotFound)]
    [InlineData(Size, """{"0":["variables.f.x"]}""", TransportErrorCodes.MultiPartVariableNotFound)]
    [InlineData(Size, """{"0":["variables.__proto__"]}""", TransportErrorCodes.MultiPartVariableNotFound)]
    [InlineData(Size, """{"0":["variables.constructor.prototype.x"]}""", TransportErrorCodes.MultiPartVariableNotFound)]
    [InlineData(Size, """{"0":["variables.g"]}""", TransportErrorCodes.MultiPartVariableStructureInvalid)]
    [InlineData(Size, """{"0":["variables"]}""", TransportErrorCodes.MultiPartInvalidPath)]
    [InlineData(Size, """{"0":["variables.f","variables.f"]}""", TransportErrorCodes.MultiPartInvalidPath)]
    [InlineData(Size, """{"0":["query"]}""", TransportErrorCodes.MultiPartPathMustStartWithVariable)]
    [InlineData(Size, """{"0":["extensions.x"]}""", TransportErrorCodes.MultiPartPathMustStartWithVariable)]
    [InlineData(Size, """{"0":["0.variables.f"]}""", TransportErrorCodes.MultiPartPathMustStartWithVariable)]
    [InlineData(Size, """{"0":[""]}""", TransportErrorCodes.MultiPartPathMustStartWithVariable)]
    [InlineData(Size, "[]", TransportErrorCodes.MultiPartInvalidMapJson)]
    [InlineData(Size, """{"0":"variables.f"}""", TransportErrorCodes.MultiPartInvalidMapJson)]
    [InlineData(Size, """{"0":[1]}""", TransportErrorCodes.MultiPartInvalidMapJson)]
    [InlineData(Size, """{"0":["variables.f"],"0":["variables.h"]}""", TransportErrorCodes.MultiPartInvalidMapJson)]
    [InlineData(Size, """{"0":["variables.f"]} {}""", TransportErrorCodes.MultiPartInvalidMapJson)]
    [InlineData(Size, """{"0":["variables.\ud800"]}""", TransportErrorCodes.MultiPartInvalidMapJson)]
    [InlineData("""{"query":"mutation { note }","variables":{"f":null}}""", """{"0":["variables.f"]}""", "VARIABLE_COERCION")]
    [InlineData("""{"query":"mutation ($f: String) { note(text: $f) }","variables":{"f":null}}""", """{"0":["variables.f"]}""", "VARIABLE_COERCION")]
    [InlineData("""{"query":"mutation ($f: Any) { note(json: $f) }","variables":{"f":null}}""", """{"0":["variables.f"]}""", "VARIABLE_COERCION")]
    [InlineData("""{"query":"mutation ($f: Any) { note(json: $f) }","variables":{"f":{"a":[null]}}}""", """{"0":["variables.f.a.0"]}""", "VARIABLE_COERCION")]
    [InlineData("""{"query":"mutation ($f: Upload) { size(file: $f) }","variables":{"f":null,"f":null}}""", """{"0":["variables.f"]}""", TransportErrorCodes.MultiPartInvalidPath)]
    public async Task Every_fault_of_a_form_has_a_code(string? operations, string? map, string code)
    {
        await using var host = await UploadHost.StartAsync();
        var (status, body) = await host.SendAsync(UploadHost.Form(operations, map, "Alpha"));
        status.ShouldBe(400);
        body.ShouldContain($"\"{code}\"");
    }

    [Fact]
    public async Task A_file_inside_of_a_scalar_that_takes_anything_is_its_name()
    {
        await using var host = await UploadHost.StartAsync();
        var operations = """{"query":"mutation ($f: Upload) { size(file: $f) show(json: {a: [$f]}) }","variables":{"f":null}}""";
        (await host.SendAsync(UploadHost.Form(operations, """{"0":["variables.f"]}""", "Alpha"))).Body.ShouldBe("""{"data":{"size":5,"show":"{\"a\":[\"0.txt\"]}"}}""");
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; boundary=\"0123456789012345678901234567890123456789012345678901234567890123456789x\"")]
    [InlineData("multipart/form-data; boundary=b")]
    public async Task A_body_that_is_no_form_is_refused(string contentType)
    {
        await using var host = await UploadHost.StartAsync();
        foreach (var text in new[] { "", "hello", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=operations\r\n\r\n{}", "--b\r\nContent-Disposition: attachment\r\n\r\n{}\r\n--b--" })
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            (await host.SendAsync(content)).Status.ShouldBe(400);
        }
    }

    [Fact]
    public async Task Ten_thousand_files_are_refused_before_the_first_is_read()
    {
        await using var host = await UploadHost.StartAsync();
        var names = Enumerable.Range(0, 10_000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();
        var many = "{" + string.Join(',', names.Take(5000).Select(name => $"\"{name}\":[\"variables.f\"]")) + "}";
        var (status, body) = await host.SendAsync(UploadHost.Form(Size, many, [.. names.Select(name => (name, name, Array.Empty<byte>()))]));
        (status, body.Contains("100 files", StringComparison.Ordinal)).ShouldBe((400, true));
        (status, body) = await host.SendAsync(UploadHost.Form(Size, """{"0":["variables.f"]}""", [.. names.Select(name => (name, name, Array.Empty<byte>()))]));
        (status, body.Contains(TransportErrorCodes.MultiPartNoObjectPath, StringComparison.Ordinal)).ShouldBe((400, true));
    }

    [Fact]
    public async Task Maps_and_paths_without_end_are_refused()
    {
        await using var host = await UploadHost.StartAsync();
        var million = "{\"0\":[" + string.Join(',', Enumerable.Repeat("\"variables.f\"", 1_000_000)) + "]}";
        (await host.SendAsync(UploadHost.Form(Size, million, "Alpha"))).Status.ShouldBe(413);
        var thousands = "{\"0\":[" + string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"variables.f{i}\"")) + "]}";
        (await host.SendAsync(UploadHost.Form(Size, thousands, "Alpha"))).Body.ShouldContain(TransportErrorCodes.MultiPartInvalidMapJson);
        var deep = "{\"0\":[\"variables" + string.Concat(Enumerable.Repeat(".f", 50_000)) + "\"]}";
        var (status, body) = await host.SendAsync(UploadHost.Form(Size, deep, "Alpha"));
        (status, body.Contains(TransportErrorCodes.MultiPartVariableNotFound, StringComparison.Ordinal)).ShouldBe((400, true));
        body.Length.ShouldBeLessThan(1000);
        (await host.SendAsync(UploadHost.Form(Size, new string('[', 100_000), "Alpha"))).Status.ShouldBe(400);
        (await host.SendAsync(UploadHost.Form(new string('[', 100_000), """{"0":["variables.f"]}""", "Alpha"))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Sizes_are_bounded_of_operations_of_the_body_and_of_all_files_together()
    {
        await using var host = await UploadHost.StartAsync(o =>
        {
            o.MaxAllowedRequestSize = 10_000;
            o.MaxMultipartRequestSize = 500_000;
        });
        var map = """{"0":["variables.f"]}""";
        (await host.SendAsync(UploadHost.Form(Size, map, new string('x', 400_000)))).Body.ShouldBe("""{"data":{"size":400000}}""");
        (await host.SendAsync(UploadHost.Form(Size + new string(' ', 10_000), map, "Alpha"))).Status.ShouldBe(413);
        (await host.SendAsync(UploadHost.Form(Size, map, new string('x', 500_000)))).Status.ShouldBe(413);
        (await host.SendAsync(new Unmeasured(UploadHost.Form(Size, map, new string('x', 500_000))))).Status.ShouldBe(413);
        await using var full = await UploadHost.StartAsync(o => o.MaxStoredUploadSize = 100_000);
        for (var i = 0; i < 3; i++)
        {
            (await full.SendAsync(UploadHost.Form(Size, map, new string('x', 300_000)))).Status.ShouldBe(503);
            (await full.SendAsync(UploadHost.Form(Size, map, new string('x', 90_000)))).Status.ShouldBe(200);
        }
    }

    [Fact]
    public async Task Headers_of_parts_are_bounded()
    {
        await using var host = await UploadHost.StartAsync();
        var form = UploadHost.Form(Size, """{"0":["variables.f"]}""", Array.Empty<string>());
        var part = new ByteArrayContent([1]);
        for (var i = 0; i < 100; i++)
            part.Headers.TryAddWithoutValidation($"X-{i}", "x");
        form.Add(part, "0", "a");
        (await host.SendAsync(form)).Status.ShouldBe(400);
        (await host.SendAsync(UploadHost.Form(Size, """{"0":["variables.f"]}""", ("0", new string('x', 100_000), [1])))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_compressed_form_is_refused()
    {
        await using var host = await UploadHost.StartAsync();
        var form = UploadHost.Form(Size, """{"0":["variables.f"]}""", "Alpha");
        form.Headers.ContentEncoding.Add("gzip");
        (await host.SendAsync(form)).Status.ShouldBe(415);
    }

    /// <summary>A body that is sent in chunks, so that its length is not known before.</summary>
    private sealed class Unmeasured : StreamContent
    {
        public Unmeasured(HttpContent inner)
            : base(inner.ReadAsStream())
        {
            Headers.ContentType = inner.Headers.ContentType ?? new MediaTypeHeaderValue("multipart/form-data");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
