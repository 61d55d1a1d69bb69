using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Oms.Engine.PersistedOperations;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.AspNetCore.Uploads;

/// <summary>The GraphQL multipart request specification (jaydenseric/graphql-multipart-request-spec, version 2).</summary>
[Collection("uploads")]
public sealed class Multipart_requests
{
    private const string Read = "mutation ($file: Upload!) { read(file: $file) }";

    [Fact]
    public async Task A_file_is_an_argument()
    {
        await using var host = await UploadHost.StartAsync();
        (await host.SendAsync(UploadHost.Form($$$"""{"query":"{{{Read}}}","variables":{"file":null}}""", """{"0":["variables.file"]}""", "Alpha")))
            .ShouldBe((200, """{"data":{"read":"Alpha"}}"""));
    }

    [Fact]
    public async Task Files_stand_in_lists_and_in_input_objects_beside_what_is_no_file()
    {
        await using var host = await UploadHost.StartAsync();
        var list = """{"query":"mutation ($files: [Upload!]!) { readAll(files: $files) }","variables":{"files":[null,null]}}""";
        (await host.SendAsync(UploadHost.Form(list, """{"0":["variables.files.1"],"1":["variables.files.0"]}""", "Alpha", "Beta")))
            .Body.ShouldBe("""{"data":{"readAll":["Beta","Alpha"]}}""");
        var nested = """{"variables":{"to":{"title":"T","files":[null,null],"more":{"files":[null],"title":"M"}}},"query":"mutation ($to: Attachment!) { attach(to: $to) }"}""";
        (await host.SendAsync(UploadHost.Form(nested, """{"0":["variables.to.files.1"],"1":["variables.to.more.files.0"]}""", "Alpha", "Beta")))
            .Body.ShouldBe("""{"data":{"attach":"T: none,Alpha / M: Beta"}}""");
    }

    [Fact]
    public async Task One_file_may_have_several_places_and_each_reads_it_from_its_start()
    {
        await using var host = await UploadHost.StartAsync();
        var large = new string('x', 100_000) + "end";
        var operations = """{"query":"mutation ($a: Upload!, $b: [Upload!]!) { read(file: $a) readAll(files: $b) }","variables":{"a":null,"b":[null,null]}}""";
        var (status, body) = await host.SendAsync(UploadHost.Form(operations, """{"0":["variables.a","variables.b.0","variables.b.1"]}""", large));
        status.ShouldBe(200);
        var data = JsonDocument.Parse(body).RootElement.GetProperty("data");
        data.GetProperty("read").GetString().ShouldBe(large);
        data.GetProperty("readAll").EnumerateArray().Select(text => text.GetString()).ShouldBe([large, large]);
    }

    [Theory]
    [InlineData("a.txt", "a.txt|text/x-sample|5")]
    [InlineData("../../etc/passwd", "passwd|text/x-sample|5")]
    [InlineData("C:\\\\Users\\\\x\\\\a.txt", "a.txt|text/x-sample|5")]
    [InlineData("/", "|text/x-sample|5")]
    [InlineData("..", "|text/x-sample|5")]
    public async Task A_file_has_the_name_and_the_type_that_the_client_says_without_directories(string name, string expected)
    {
        await using var host = await UploadHost.StartAsync();
        var form = UploadHost.Form(
            """{"query":"mutation ($file: Upload!) { describe(file: $file) }","variables":{"file":null}}""", """{"f":["variables.file"]}""", ("f", name, "Alpha"u8.ToArray()));
        (await host.SendAsync(form)).Body.ShouldBe($$$"""{"data":{"describe":"{{{expected}}}"}}""");
    }

    [Fact]
    public async Task A_batch_names_its_operations_by_their_indices()
    {
        await using var host = await UploadHost.StartAsync(o => o.Batching = AllowedBatching.All);
        var operations = $$$"""[{"query":"{{{Read}}}","variables":{"file":null}},{"query":"{ hello }"},{"query":"{{{Read}}}","variables":[{"file":null},{"file":null}]}]""";
        var map = """{"0":["0.variables.file","2.variables.1.file"],"1":["2.variables.0.file"]}""";
        (await host.SendAsync(UploadHost.Form(operations, map, "Alpha", "Beta"))).Body.ShouldBe(
            """[{"data":{"read":"Alpha"}},{"data":{"hello":null}},{"requestIndex":2,"variableIndex":0,"data":{"read":"Beta"}},{"requestIndex":2,"variableIndex":1,"data":{"read":"Alpha"}}]""");
    }

    [Fact]
    public async Task Batches_are_refused_where_batching_is()
    {
        await using var host = await UploadHost.StartAsync();
        var (status, body) = await host.SendAsync(UploadHost.Form($$$"""[{"query":"{{{Read}}}","variables":{"file":null}}]""", """{"0":["0.variables.file"]}""", "Alpha"));
        status.ShouldBe(400);
        body.ShouldContain(TransportErrorCodes.BatchingNotAllowed);
    }

    [Fact]
    public async Task Persisted_operations_take_files_by_id_and_by_address()
    {
        var id = OperationDocumentId.Of(Encoding.UTF8.GetBytes(Read));
        await using var host = await UploadHost.StartAsync(
            configure: graph => graph.UsePersistedOperationPipeline().AddInMemoryOperationDocumentStorage(),
            map: app =>
            {
                app.MapGraphQL();
                app.MapGraphQLPersistedOperations();
            });
        await host.Services.GetRequiredService<IOperationDocumentStorage>().SaveAsync(id, Encoding.UTF8.GetBytes(Read), TestContext.Current.CancellationToken);
        (await host.SendAsync(UploadHost.Form($$$"""{"id":"{{{id}}}","variables":{"file":null}}""", """{"0":["variables.file"]}""", "Alpha")))
            .ShouldBe((200, """{"data":{"read":"Alpha"}}"""));
        (await host.SendAsync(UploadHost.Form("""{"variables":{"file":null}}""", """{"0":["variables.file"]}""", "Beta"), path: "/graphql/persisted/" + id))
            .ShouldBe((200, """{"data":{"read":"Beta"}}"""));
    }

    [Fact]
    public async Task A_request_without_files_is_answered_too()
    {
        await using var host = await UploadHost.StartAsync();
        (await host.SendAsync(UploadHost.Form("""{"query":"mutation ($f: Upload) { size(file: $f) }","variables":{"f":null}}""", "{}", Array.Empty<string>())))
            .ShouldBe((200, """{"data":{"size":null}}"""));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1_000_000)]
    public async Task A_file_is_released_when_its_request_is_answered(int length)
    {
        var kept = new List<IFile>();
        await using var host = await UploadHost.StartAsync(kept: kept);
        var form = UploadHost.Form("""{"query":"mutation ($f: Upload!) { keep(file: $f) }","variables":{"f":null}}""", """{"0":["variables.f"]}""", new string('x', length));
        (await host.SendAsync(form)).Status.ShouldBe(200);
        kept.Single().Length.ShouldBe(length);
        await Eventually.HoldsAsync(() => IsReleased(kept.Single()));
    }

    // A process sees in /proc which files it holds open, also those that have no name any more.
    [Fact]
    public async Task No_file_stays_open_after_requests_that_end_well_or_are_refused_or_whose_clients_vanish()
    {
        await using var host = await UploadHost.StartAsync();
        const string Operations = """{"query":"mutation ($f: Upload!) { describe(file: $f) }","variables":{"f":null}}""";
        var large = new string('x', 300_000);
        (await host.SendAsync(UploadHost.Form(Operations, """{"0":["variables.f"]}""", large))).Status.ShouldBe(200);
        (await host.SendAsync(UploadHost.Form(Operations, """{"0":["variables.f"],"1":["variables.g"]}""", large))).Status.ShouldBe(400);
        (await host.SendAsync(UploadHost.Form(Operations, """{"0":["variables.f"]}""", large, large))).Status.ShouldBe(400);
        using (var client = new TcpClient("127.0.0.1", host.Client.BaseAddress!.Port))
        {
            await client.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes(
                    "POST /graphql HTTP/1.1\r\nHost: localhost\r\nGraphQL-Preflight: 1\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n"
                    + $"--b\r\nContent-Disposition: form-data; name=operations\r\n\r\n{Operations}\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=map\r\n\r\n{\"0\":[\"variables.f\"]}\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=0; filename=a\r\n\r\n" + large),
                TestContext.Current.CancellationToken);
            await Eventually.HoldsAsync(() => OpenUploads() > 0);
        }

        await Eventually.BecomesAsync(OpenUploads, 0);
        await Eventually.HoldsAsync(() => !Directory.EnumerateFiles(Path.GetTempPath(), "graphql-upload-*").Any());
    }

    [Fact]
    public async Task A_schema_without_the_scalar_answers_multipart_with_415()
    {
        await using var without = await SchemaHost.StartAsync("type Query { hello: String }");
        (await without.SendAsync(UploadHost.Form("""{"query":"{ hello }"}""", "{}", Array.Empty<string>()))).Status.ShouldBe(415);
        await using var declared = await SchemaHost.StartAsync("type Query { hello(file: Upload): String } scalar Upload");
        (await declared.SendAsync(UploadHost.Form("""{"query":"{ hello }"}""", "{}", Array.Empty<string>()))).Status.ShouldBe(415);
        await using var disabled = await UploadHost.StartAsync(o => o.EnableMultipartRequests = false);
        (await disabled.SendAsync(UploadHost.Form("""{"query":"{ hello }"}""", "{}", Array.Empty<string>()))).Status.ShouldBe(415);
    }

    [Fact]
    public async Task The_scalar_is_in_the_schema_whether_it_is_declared_or_not()
    {
        await using var host = await UploadHost.StartAsync();
        (await host.Client.GetStringAsync("/graphql?sdl", TestContext.Current.CancellationToken)).ShouldContain("scalar Upload");
    }

    private static int OpenUploads() => Directory.EnumerateFiles("/proc/self/fd").Count(IsUpload);

    private static bool IsUpload(string link)
    {
        try
        {
            return File.ResolveLinkTarget(link, returnFinalTarget: false)?.Name.StartsWith("graphql-upload-", StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // Closed meanwhile.
            return false;
        }
    }

    private static bool IsReleased(IFile file)
    {
        try
        {
            file.OpenReadStream().Dispose();
            return false;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }
}
