using System.CommandLine;
using Oms.Graph.Events;
using Oms.Graph.Hosting;

namespace Oms.Graph.CommandLine;

/// <summary><c>schema export</c>: prints the contract, as Hot Chocolate's command of the same name does; <c>schema asyncapi</c> what is told to others.</summary>
internal static class SchemaCommand
{
    private static readonly Option<string?> Output = new("--output") { Description = "A file to write instead of standard output.", HelpName = "FILE" };

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var export = new Command("export", "Prints the schema in the schema definition language.") { Output };
        export.SetAction(RunAsync);
        var asyncApi = new Command("asyncapi", "Prints the AsyncAPI document of the events that are told to others.") { Output };
        asyncApi.SetAction((parsed, token) => WriteAsync(parsed, EventDocuments.AsyncApi(), token));
        return new Command("schema", "What is said about the schema.") { export, asyncApi };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        await WriteAsync(parsed, await Application.ReadSchemaAsync(cancellationToken), cancellationToken);

    private static async Task<int> WriteAsync(ParseResult parsed, string text, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Output) is { } file)
            await File.WriteAllTextAsync(file, text, cancellationToken);
        else
            await Console.Out.WriteAsync(text);
        return ExitCode.Done;
    }
}
