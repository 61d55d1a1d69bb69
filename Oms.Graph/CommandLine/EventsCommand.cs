using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Oms.Messaging.CloudEvents;

namespace Oms.Graph.CommandLine;

/// <summary><c>events migrate FILE</c>: events as older systems wrote them, one JSON object a line, as CloudEvents of this registry; what could not be is told at the end.</summary>
internal static class EventsCommand
{
    private const double WarnBelow = 0.95;

    private static readonly Argument<string> File = new("FILE") { Description = "One event a line, as JSON." };

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var migrate = new Command("migrate", "Prints events of older systems as this registry names and writes them.") { File };
        migrate.SetAction(RunAsync);
        return new Command("events", "What is told to others.") { migrate };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(File)!;
        if (!System.IO.File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"there is no file {file}");
            return ExitCode.Usage;
        }

        var unsupported = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (total, done) = (0, 0);
        await foreach (var line in System.IO.File.ReadLinesAsync(file, cancellationToken))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            total++;
            var (migrated, type) = Migrate(line);
            if (migrated is null)
            {
                unsupported[type] = unsupported.GetValueOrDefault(type) + 1;
                continue;
            }

            done++;
            await Console.Out.WriteLineAsync(System.Text.Encoding.UTF8.GetString(migrated));
        }

        await ReportAsync(total, done, unsupported);
        return done == total ? ExitCode.Done : ExitCode.Refused;
    }

    private static (byte[]? Event, string Type) Migrate(string line)
    {
        try
        {
            var legacy = JsonElement.Parse(line);
            return (LegacyEvent.Migrate(legacy, DateTimeOffset.UtcNow), LegacyEvent.TypeOf(legacy) ?? "(no type)");
        }
        catch (JsonException)
        {
            return (null, "(no JSON)");
        }
    }

    private static async Task ReportAsync(int total, int done, SortedDictionary<string, int> unsupported)
    {
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done} of {total} events migrated"));
        foreach (var (type, count) in unsupported)
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  not: {count} of {type}"));
        if (total > 0 && done < total * WarnBelow)
            await Console.Error.WriteLineAsync("warning: fewer than 95 % could be migrated");
    }
}
