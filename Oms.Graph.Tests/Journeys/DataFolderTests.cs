using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Journeys;

/// <summary>Data folders that a server can not use: it says why in one sentence and ends with 1.</summary>
public sealed class DataFolderTests
{
    [Fact]
    public async Task A_second_server_on_the_same_folder_is_told_who_has_it()
    {
        await using var first = await ServerProcess.StartAsync();
        var said = await RefusedAsync(first.Data);
        said.ShouldContain($"http://127.0.0.1:{first.Port}");
        (await first.QueryAsync(await first.TokenAsync("viewer"), "{ me { subject } }")).Text("data.me.subject").ShouldBe("tester");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        await using var first = await ServerProcess.StartAsync();
        var folder = Directory.CreateTempSubdirectory("oms-").FullName;
        var said = await RefusedAsync(folder, $"http://127.0.0.1:{first.Port}");
        said.ShouldContain(first.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData("ftp://127.0.0.1:5080")]
    public async Task An_address_that_can_not_be_listened_on_is_said(string urls)
    {
        var folder = Directory.CreateTempSubdirectory("oms-").FullName;
        (await RefusedAsync(folder, urls)).ShouldContain(urls);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_of_a_newer_version_is_left_alone()
    {
        await using var server = await ServerProcess.StartAsync();
        await server.KillAsync();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(server.Data, "oms.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            var command = connection.CreateCommand();
            command.CommandText = "UPDATE meta SET value = '99' WHERE key = 'format'";
            await command.ExecuteNonQueryAsync();
        }

        (await RefusedAsync(server.Data)).ShouldContain("newer");
    }

    [Theory]
    [InlineData("this is no database, though it is long enough to look like one at first sight")]
    [InlineData("")]
    public async Task A_file_that_is_no_database_is_said_or_begun(string content)
    {
        var folder = Directory.CreateTempSubdirectory("oms-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "oms.db"), content);
        if (content.Length > 0)
            (await RefusedAsync(folder)).ShouldContain("oms.db");
        else
            await (await ServerProcess.StartAsync(data: folder)).DisposeAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_is_a_file_or_can_not_be_made_is_said()
    {
        var file = Path.GetTempFileName();
        (await RefusedAsync(file)).ShouldContain(file);
        (await RefusedAsync(Path.Combine(file, "below"))).ShouldContain(file);
        (await RefusedAsync("/proc/oms")).ShouldContain("/proc/oms");
        File.Delete(file);
    }

    [Fact]
    public async Task A_folder_on_a_read_only_file_system_is_said() =>
        (await RefusedAsync("/sys/kernel")).ShouldContain("/sys/kernel");

    private static async Task<string> RefusedAsync(string folder, string? urls = null)
    {
        var watch = Stopwatch.StartNew();
        var run = ServerProcess.RunAsync("--data", folder, "--urls", urls ?? $"http://127.0.0.1:{ServerProcess.FreePort()}", "--sample", "none");
        var (code, _, error) = await run.WaitAsync(TimeSpan.FromSeconds(60));
        code.ShouldBe(1, error);
        error.ShouldNotContain("   at ");
        error.ShouldNotContain("Unhandled");
        error.Trim().Split('\n').Length.ShouldBe(1, error);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        return error;
    }
}
