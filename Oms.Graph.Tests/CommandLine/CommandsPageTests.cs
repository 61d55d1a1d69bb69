using System.Text.RegularExpressions;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.CommandLine;

/// <summary>Runs every command of docs/commands.md, by a server that owns the folder and then on the folder itself, and holds what it says against the page.</summary>
public sealed partial class CommandsPageTests
{
    [Fact]
    public async Task Every_command_says_what_the_page_shows_by_a_server_and_without_one()
    {
        var steps = Steps().ToArray();
        steps.Length.ShouldBeGreaterThanOrEqualTo(7);
        await using var server = await ServerProcess.StartAsync();
        await FillAsync(server);
        await RunAsync(steps, server.Data);
        await server.KillAsync();
        await RunAsync(steps, server.Data);
    }

    private static async Task RunAsync((string Command, string Shown)[] steps, string data)
    {
        foreach (var (command, shown) in steps)
        {
            var showsExit = command.EndsWith("; echo $?", StringComparison.Ordinal);
            var words = (showsExit ? command[..^"; echo $?".Length] : command).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (code, output, error) = await ServerProcess.RunAsync([.. words, "--data", data]);
            var said = output + error + (showsExit ? $"{code}\n" : string.Empty);
            Regex.IsMatch(said, "^" + string.Join(".*", shown.Split('…').Select(Regex.Escape)) + "$", RegexOptions.Singleline)
                .ShouldBeTrue($"$ oms {command}\nsaid\n{said}\ninstead of\n{shown}");
            said.ShouldNotContain('\e');
            if (!showsExit)
                code.ShouldBe(0, command);
        }
    }

    private static IEnumerable<(string Command, string Shown)> Steps()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "commands.md"));
        foreach (Match block in Blocks().Matches(text))
            foreach (var step in block.Groups[1].Value.Split("$ oms ", StringSplitOptions.RemoveEmptyEntries))
            {
                var end = step.IndexOf('\n', StringComparison.Ordinal);
                yield return (step[..end], step[(end + 1)..]);
            }
    }

    private static async Task FillAsync(ServerProcess server)
    {
        var ann = await server.TokenAsync("admin", "ann");
        var id = new { name = "id", type = new { dataType = "string" }, isPrimaryKey = true, isRequired = true };
        var reason = new { name = "reason", type = new { dataType = "string" } };
        await CommitAsync(server, ann, "main", "visits", "CLINIC-1", new { createObjectType = new { name = "Visit", properties = new object[] { id, reason } } });
        (await server.QueryAsync(ann, """mutation { createBranch(input: { name: "feature/visits" }) { errors { ... on Error { message } } } }""")).IsNull("data.createBranch.errors").ShouldBeTrue();
        await CommitAsync(server, ann, "feature/visits", "a visit is an appointment", "CLINIC-2",
            new { addProperty = new { element = "Visit", property = new { name = "length", type = new { dataType = "integer" } } } },
            new { removeMember = new { element = "Visit", member = "reason" } },
            new { rename = new { element = "Visit", name = "Appointment" } });
    }

    private static async Task CommitAsync(ServerProcess server, string token, string branch, string message, string issue, params object[] operations)
    {
        var answer = await server.QueryAsync(
            token,
            "mutation ($input: CommitInput!) { commit(input: $input) { errors { ... on Error { message } } } }",
            new { input = new { branch, message, issues = new[] { issue }, operations } });
        answer.IsNull("data.commit.errors").ShouldBeTrue(answer.ToString());
    }

    [GeneratedRegex(@"^```console\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
