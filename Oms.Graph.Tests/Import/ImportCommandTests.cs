using System.Diagnostics;
using System.Reflection;
using Oms.Graph.Tests.Door;
using Oms.Graph.Tests.House;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Import;

/// <summary>The command <c>import</c>, in a process of its own.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const string Shop = """
        id: https://example.org/shop
        name: shop
        prefixes: { linkml: https://w3id.org/linkml/ }
        default_range: string
        classes: { Shop: { attributes: { title: { required: true } } } }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("oms-import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Makes_one_commit_in_a_new_data_folder()
    {
        var (exit, output, error) = await ImportAsync(Path.Combine(folder, "data"), Shop);
        error.ShouldBeEmpty();
        exit.ShouldBe(0);
        output.ShouldMatch(@"created 2, .*\ncommit [0-9a-f]{64} on main\n$");
    }

    [Fact]
    public async Task Goes_through_the_server_that_owns_the_folder_and_tells_the_same()
    {
        await using var server = await ServerProcess.StartAsync();
        var (exit, output, _) = await ImportAsync(server.Data, Shop);
        exit.ShouldBe(0);
        output.ShouldMatch(@"created 2, .*\ncommit [0-9a-f]{64} on main\n$");

        var head = (await server.QueryAsync(await server.TokenAsync("viewer"), """{ branch(name: "main") { head { hash } } }"""))
            .GetProperty("data").GetProperty("branch").GetProperty("head").GetProperty("hash").GetString();
        output.ShouldContain($"commit {head} on main");
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_its_place_and_nothing_is_written()
    {
        var data = Path.Combine(folder, "data");
        var (exit, output, error) = await ImportAsync(data, "<<<<<<< HEAD\nid: x\n");
        exit.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("shop.yaml, line 1");
        (await ImportAsync(data, Shop)).Output.ShouldContain("created 2, ");
    }

    [Fact]
    public async Task What_is_not_understood_ends_with_2()
    {
        var (exit, _, error) = await ServerProcess.RunAsync("import", "shop.yaml", "--format", "cobol", "--branch", "main", "--message", "m", "--data", folder);
        exit.ShouldBe(2);
        error.ShouldContain("'cobol'");
    }

    [Fact]
    public async Task Paths_are_those_of_the_shell_under_dotnet_run()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "shop.yaml"), Shop, TestContext.Current.CancellationToken);
        var configuration = typeof(ImportCommandTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var start = new ProcessStartInfo("dotnet",
        [
            "run", "--no-build", "--configuration", configuration, "--project", Path.Combine(Checkout.Folder, "Oms.Graph"), "--",
            "import", "shop.yaml", "--format", "linkml", "--branch", "main", "--issue", "OMS-9", "--message", "a shop",
        ]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var run = Process.Start(start)!;
        var error = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        (await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("created 2, ", customMessage: await error);
        File.Exists(Path.Combine(folder, "data", "oms.db")).ShouldBeTrue();
    }

    private async Task<(int Exit, string Output, string Error)> ImportAsync(string data, string text)
    {
        var file = Path.Combine(folder, "shop.yaml");
        await File.WriteAllTextAsync(file, text);
        return await ServerProcess.RunAsync("import", file, "--format", "linkml", "--branch", "main", "--issue", "OMS-9", "--message", "a shop", "--data", data);
    }
}
