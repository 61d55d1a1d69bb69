using System.CommandLine;
using Oms.Graph.Hosting;

namespace Oms.Graph.CommandLine;

/// <summary><c>schema export</c>: prints the contract, as Hot Chocolate's command of the same name does.</summary>
internal static class SchemaCommand
{
    private static readonly Option<string?> Output = new("--output") { Description = "A file to write instead of standard output.", HelpName = "FILE" };

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var export = new Command("export", "Prints the schema in the schema definition language.") { Output };
        export.SetAction(RunAsync);
        return new Command("schema", "What is said about the schema.") { export };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var sdl = await Application.ReadSchemaAsync(cancellationToken);
        if (parsed.GetValue(Output) is { } file)
            await File.WriteAllTextAsync(file, sdl, cancellationToken);
        else
            await Console.Out.WriteAsync(sdl);
        return ExitCode.Done;
    }
}
