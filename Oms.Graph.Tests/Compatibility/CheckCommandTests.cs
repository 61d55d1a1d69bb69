using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Compatibility;

/// <summary>The command <c>check</c> on two files, in a process of its own as a build calls it.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private const string Before = "type Query { user: User }\ntype User { id: ID! name: String mail: String }\nenum Role { ADMIN }\n";
    private const string Breaking = "type Query { user: User }\ntype User { id: ID! name: String! }\nenum Role { ADMIN GUEST }\n";
    private const string Dangerous = "type Query { user: User }\ntype User { id: ID! name: String mail: String }\nenum Role { ADMIN GUEST }\n";

    private readonly string folder = Directory.CreateTempSubdirectory("oms-check-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(Breaking, "breaking", 1)]
    [InlineData(Breaking, "warning", 1)]
    [InlineData(Breaking, "none", 0)]
    [InlineData(Dangerous, "breaking", 0)]
    [InlineData(Dangerous, "warning", 1)]
    [InlineData(Before, "warning", 0)]
    public async Task Ends_with_1_at_or_above_the_level(string after, string level, int exit) =>
        (await CheckAsync(after, "--fail-on", level)).Exit.ShouldBe(exit);

    [Fact]
    public async Task Tells_each_change_as_json()
    {
        var (_, output) = await CheckAsync(Breaking, "--format", "json");
        var report = JsonElement.Parse(output);
        report.GetProperty("verdict").GetString().ShouldBe("BREAKING");
        report.GetProperty("counts").GetProperty("BREAKING").GetInt32().ShouldBe(1);
        report.GetProperty("findings").EnumerateArray()
            .Select(f => $"{f.GetProperty("id")} {f.GetProperty("criticality")} {f.GetProperty("path")} {f.GetProperty("plane")}")
            .ShouldBe(["ENUM_VALUE_ADDED DANGEROUS Role.GUEST GRAPHQL", "FIELD_REMOVED BREAKING User.mail GRAPHQL", "FIELD_TYPE_CHANGED NON_BREAKING User.name GRAPHQL"]);
    }

    [Fact]
    public async Task Tells_the_worst_first_as_text_and_markdown()
    {
        var (_, text) = await CheckAsync(Breaking);
        text.Split('\n')[0].ShouldStartWith("BREAKING      User.mail was removed.");
        text.ShouldEndWith("1 breaking, 1 dangerous, 1 safe\n");
        var (_, markdown) = await CheckAsync(Breaking, "--format", "markdown");
        markdown.ShouldContain("## Breaking\n\n- User.mail was removed. `FIELD_REMOVED`\n\n## Dangerous");
    }

    [Fact]
    public async Task Tells_each_change_as_sarif()
    {
        var (_, output) = await CheckAsync(Breaking, "--format", "sarif");
        var run = JsonElement.Parse(output).GetProperty("runs")[0];
        run.GetProperty("results").EnumerateArray().Select(r => $"{r.GetProperty("ruleId")} {r.GetProperty("level")}")
            .ShouldBe(["ENUM_VALUE_ADDED warning", "FIELD_REMOVED error", "FIELD_TYPE_CHANGED note"]);
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Tells_what_it_let_pass()
    {
        var (_, output) = await CheckAsync(Before + "type Twice { a: Int a: String }\n", "--format", "json");
        var one = JsonElement.Parse(output).GetProperty("letPass")[0];
        one.GetProperty("subject").GetString().ShouldEndWith("Twice.a");
        one.GetProperty("line").GetInt32().ShouldBe(4);
    }

    [Theory]
    [InlineData("type Twice { a: Int @nobody }", "schema", "@nobody")]
    [InlineData("input One @oneOf { a: Int! = 3 }", "One.a", "OneOf")]
    [InlineData("type Bad implements Query { a: Int }", "Bad", "interface")]
    [InlineData("type Bad { a(b: Role = USER): Int }", "Bad.a(b:)", "USER")]
    [InlineData("union Bad = Role", "Bad", "Role")]
    public async Task Tells_which_rules_a_file_breaks(string definition, string subject, string reason)
    {
        var (exit, output) = await CheckAsync($"{Before}{definition}\n", "--format", "json");
        exit.ShouldBe(0);
        var told = JsonElement.Parse(output).GetProperty("letPass").EnumerateArray()
            .Select(l => (Subject: l.GetProperty("subject").GetString()!, Reason: l.GetProperty("reason").GetString()!, Line: l.GetProperty("line").GetInt32())).ToList();
        told.ShouldContain(l => l.Subject.EndsWith(subject) && l.Reason.Contains(reason) && l.Line == 4, output);
    }

    [Fact]
    public async Task Ends_with_2_for_a_type_that_nobody_defines_and_says_where()
    {
        var (exit, _, errors) = await RunWithErrorsAsync(await FilesAsync(Before + "type Lost { a: Missing }\n"));
        exit.ShouldBe(2);
        errors.ShouldContain("line 4");
        errors.ShouldContain("Missing");
    }

    [Theory]
    [InlineData("type Query {")]
    [InlineData("query { a }")]
    [InlineData("")]
    public async Task Ends_with_2_for_a_file_that_is_no_schema(string after) => (await CheckAsync(after)).Exit.ShouldBe(2);

    [Fact]
    public async Task Ends_with_2_for_a_file_that_is_not_there() =>
        (await RunAsync("check", Path.Combine(folder, "a"), Path.Combine(folder, "b"), "--import", "graphql")).Exit.ShouldBe(2);

    [Fact]
    public async Task Ends_with_2_for_a_format_that_there_is_not() => (await CheckAsync(Before, "--format", "yaml")).Exit.ShouldBe(2);

    private async Task<(int Exit, string Output)> CheckAsync(string after, params string[] options) => await RunAsync([.. await FilesAsync(after), .. options]);

    private async Task<string[]> FilesAsync(string after)
    {
        var (old, now) = (Path.Combine(folder, "old.graphql"), Path.Combine(folder, "new.graphql"));
        await File.WriteAllTextAsync(old, Before, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(now, after, TestContext.Current.CancellationToken);
        return ["check", old, now, "--import", "graphql", "--plane", "graphql"];
    }

    private static async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        var (exit, output, _) = await RunWithErrorsAsync(arguments);
        return (exit, output);
    }

    private static async Task<(int Exit, string Output, string Errors)> RunWithErrorsAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Oms.Graph.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        (await errors).ShouldNotContain("   at ");
        return (process.ExitCode, output, await errors);
    }
}
