using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Oms.Benchmarks.Workload;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Validation;

namespace Oms.Benchmarks.Micro;

/// <summary>The steps a document goes through, each alone, with documents of the common workload.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class RequestSteps
{
    private byte[] utf8 = [];
    private byte[] variables = [];
    private Source source = null!;
    private DocumentNode document = null!;
    private OperationDefinitionNode operation = null!;
    private RequestExecutor executor = null!;
    private OperationRequest request = null!;

    /// <summary>A document of the workload: one type with variables, a nested list, introspection, a long one.</summary>
    [Params("q1", "q2", "q4", "q6")]
    public string Document { get; set; } = "q1";

    [GlobalSetup]
    public void Prepare()
    {
        var body = JsonDocument.Parse(WorkloadRequests.BodyOf(Document)).RootElement;
        utf8 = Encoding.UTF8.GetBytes(body.GetProperty("query").GetString()!);
        variables = body.TryGetProperty("variables", out var given) ? Encoding.UTF8.GetBytes(given.GetRawText()) : [];
        source = Source.FromUtf8(utf8);
        document = Engine.Language.Parser.ParseDocument(source);
        operation = document.Definitions.OfType<OperationDefinitionNode>().First();
        var services = new ServiceCollection().AddWorkload().BuildServiceProvider();
        executor = (RequestExecutor)services.GetRequiredService<IRequestExecutor>();
        request = new OperationRequest { Document = utf8, Variables = variables, Services = services };
    }

    [Benchmark]
    public int Lexer()
    {
        var lexer = new Lexer(Source.FromUtf8(utf8));
        var tokens = 0;
        while (lexer.Next().Kind != TokenKind.EndOfFile)
            tokens++;
        return tokens;
    }

    [Benchmark]
    public DocumentNode Parser() => Engine.Language.Parser.ParseDocument(source);

    [Benchmark]
    public int Validation() => DocumentValidator.Validate(executor.Schema, document).Count;

    [Benchmark]
    public object Plan()
    {
        var prepared = new PreparedOperation(executor.Binding, document, operation);
        return prepared.PlanFor(VariableCoercion.Coerce(prepared.Variables, variables, 64, out _)!);
    }

    [Benchmark]
    public async Task<int> Execution()
    {
        await using var result = (OperationResult)await executor.ExecuteAsync(request);
        return result.ErrorCount;
    }
}
