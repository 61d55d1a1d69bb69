using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.AspNetCore;
using Oms.Engine.Execution;
using Oms.Engine.Tests.AspNetCore;
using Oms.Engine.Tests.Execution;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Fuzz;

/// <summary>
/// Inputs of any kind end in an answer: no exception, no hang, no memory beyond a bound. <c>OMS_FUZZ_INPUTS=1000000</c> makes a million of
/// them; a failure says the seed and the number of the input, and <c>OMS_FUZZ_SEED</c> makes the same again.
/// </summary>
public sealed class Inputs_of_any_kind(ITestOutputHelper output)
{
    private const string Sdl = """
        type Query { n: N named: Named echo(any: Any): Int twice(number: Int): Int x: Int }
        type Mutation { touch(input: Input): N }
        interface Named { x: Int } type N implements Named { n: N x: Int } type M implements Named { x: Int y: Int }
        input Input { a: Int! b: [Int] }
        scalar Any
        """;

    private const long MostBytes = 256L * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_document_is_executed_or_refused()
    {
        output.WriteLine($"OMS_FUZZ_SEED={FuzzSettings.Seed}");
        var executor = await Requests.Server(Sdl).ModifyOptions(o => o.StrictBinding = false).BuildRequestExecutorAsync();
        var mutator = new InputMutator(new Random(FuzzSettings.Seed));
        var executed = 0;
        for (var i = 0; i < FuzzSettings.Inputs; i++)
        {
            var document = mutator.Next();
            if (await RunAsync(executor, document, i))
                executed++;
        }

        output.WriteLine($"{executed} of {FuzzSettings.Inputs} were executed");
        executed.ShouldBeGreaterThan(FuzzSettings.Inputs / 50);
    }

    // What takes too long is tried again: a machine with other things to do may have been slow, an input that hangs is slow each time.
    private static async Task<bool> RunAsync(IRequestExecutor executor, byte[] document, int number)
    {
        var what = $"seed {FuzzSettings.Seed}, input {number}: {Convert.ToBase64String(document)}";
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var (watch, bytes) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            try
            {
                await using var result = await executor.ExecuteAsync(new OperationRequest { Document = document, Variables = "{\"v\":1,\"b\":true}"u8.ToArray() });
                if (result is OperationResult single && number % 50 == 0)
                    JsonDocument.Parse(single.ToJson(), new JsonDocumentOptions { MaxDepth = 512 }).Dispose();
                if (watch.Elapsed < Longest && GC.GetAllocatedBytesForCurrentThread() - bytes < MostBytes)
                    return result is OperationResult { IsRequestError: false };
            }
            catch (Exception e)
            {
                Assert.Fail($"{what}\n{e}");
            }
        }

        Assert.Fail($"Too slow or too large thrice, {what}");
        return false;
    }

    [Fact]
    public async Task A_body_is_answered_by_the_server_itself()
    {
        output.WriteLine($"OMS_FUZZ_SEED={FuzzSettings.Seed}");
        await using var host = await SchemaHost.StartAsync(
            Sdl, graph => graph.UseAutomaticPersistedOperationPipeline().ModifyServerOptions(o => o.Batching = AllowedBatching.RequestBatching));
        var mutator = new InputMutator(new Random(FuzzSettings.Seed));
        for (var i = 0; i < FuzzSettings.Inputs / 10; i++)
        {
            var body = mutator.NextBody();
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var response = await host.Client.PostAsync("/graphql", content);
            var text = await response.Content.ReadAsStringAsync();
            ((int)response.StatusCode is 200 or 400 or 413).ShouldBeTrue($"seed {FuzzSettings.Seed}, input {i}, {response.StatusCode}: {Convert.ToBase64String(body)}");
            Should.NotThrow(() => JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 512 }).Dispose(), $"seed {FuzzSettings.Seed}, input {i}: {Convert.ToBase64String(body)}");
        }
    }

    [Fact]
    public async Task A_form_is_answered_by_the_server_itself()
    {
        output.WriteLine($"OMS_FUZZ_SEED={FuzzSettings.Seed}");
        await using var host = await SchemaHost.StartAsync(
            Sdl + " extend type Query { size(file: Upload): Int }", graph => graph.AddUploadType().ModifyServerOptions(o => o.Batching = AllowedBatching.All));
        var (random, mutator) = (new Random(FuzzSettings.Seed), new InputMutator(new Random(FuzzSettings.Seed)));
        for (var i = 0; i < FuzzSettings.Inputs / 10; i++)
        {
            var form = Encoding.Latin1.GetBytes(
                "--b\r\nContent-Disposition: form-data; name=operations\r\n\r\n{\"query\":\"query ($f: Upload) { size(file: $f) }\",\"variables\":{\"f\":null}}\r\n"
                + "--b\r\nContent-Disposition: form-data; name=map\r\n\r\n{\"0\":[\"variables.f\"]}\r\n"
                + "--b\r\nContent-Disposition: form-data; name=0; filename=a\r\nContent-Type: text/plain\r\n\r\nAlpha\r\n--b--\r\n");
            for (var change = random.Next(4); change > 0; change--)
                form[random.Next(form.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0)
                form = [.. form[..random.Next(form.Length)], .. mutator.NextBody(), .. form[random.Next(form.Length)..]];
            using var content = new ByteArrayContent(form) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b") } };
            content.Headers.Add("GraphQL-Preflight", "1");
            using var response = await host.Client.PostAsync("/graphql", content);
            ((int)response.StatusCode is 200 or 400 or 413).ShouldBeTrue($"seed {FuzzSettings.Seed}, input {i}, {response.StatusCode}: {Convert.ToBase64String(form)}");
        }
    }
}
