using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Execution;
using Oms.Engine.Types;

namespace Microsoft.Extensions.Hosting;

/// <summary>The commands of a GraphQL server, under Hot Chocolate's names.</summary>
public static class GraphQLCommandsHostExtensions
{
    private const string Usage = "Usage: schema export [--output FILE] [--semantic-non-null], or schema print.";

    /// <summary>
    /// Carries out <c>schema export [--output FILE] [--semantic-non-null]</c> or <c>schema print</c> when the arguments begin with <c>schema</c>, and otherwise runs
    /// the host until it is shut down. Without a file the schema goes to standard output; see <see cref="SchemaPrinter.PrintSemanticNonNull"/> for the other option.
    /// </summary>
    /// <param name="host">The application.</param>
    /// <param name="args">The arguments of the command line.</param>
    /// <returns>The exit code: 0, or 1 for a command that does not exist.</returns>
    /// <exception cref="SchemaException">The schema or its binding has faults.</exception>
    public static async Task<int> RunWithGraphQLCommandsAsync(this IHost host, string[] args)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(args);
        if (args is not ["schema", ..])
        {
            await host.RunAsync();
            return 0;
        }

        if (!TryRead(args, out var file, out var isSemantic))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 1;
        }

        var schema = host.Services.GetRequiredService<IRequestExecutor>().Schema;
        var sdl = isSemantic ? SchemaPrinter.PrintSemanticNonNull(schema) : SchemaPrinter.Print(schema);
        if (file is null)
            Console.WriteLine(sdl);
        else
            await File.WriteAllTextAsync(file, sdl + "\n");
        return 0;
    }

    private static bool TryRead(string[] args, out string? file, out bool isSemantic)
    {
        (file, isSemantic) = (null, false);
        if (args is ["schema", "print"])
            return true;
        if (args is not ["schema", "export", .. var options])
            return false;
        isSemantic = options.Contains("--semantic-non-null");
        string[] rest = [.. options.Where(o => o != "--semantic-non-null")];
        file = rest is ["--output" or "-o", { Length: > 0 } path] ? path : null;
        return file is not null || rest.Length == 0;
    }
}
