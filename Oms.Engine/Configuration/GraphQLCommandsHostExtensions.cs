using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Execution;
using Oms.Engine.Types;

namespace Microsoft.Extensions.Hosting;

/// <summary>The commands of a GraphQL server, under Hot Chocolate's names.</summary>
public static class GraphQLCommandsHostExtensions
{
    private const string Usage = "Usage: schema export [--output FILE], or schema print.";

    /// <summary>
    /// Carries out <c>schema export [--output FILE]</c> or <c>schema print</c> when the arguments begin with <c>schema</c>, and otherwise runs the host until it
    /// is shut down. Without a file the schema goes to standard output.
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

        if (!TryRead(args, out var file))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 1;
        }

        var sdl = SchemaPrinter.Print(host.Services.GetRequiredService<IRequestExecutor>().Schema);
        if (file is null)
            Console.WriteLine(sdl);
        else
            await File.WriteAllTextAsync(file, sdl + "\n");
        return 0;
    }

    private static bool TryRead(string[] args, out string? file)
    {
        file = args is ["schema", "export", "--output" or "-o", { Length: > 0 } path] ? path : null;
        return file is not null || args is ["schema", "export" or "print"];
    }
}
