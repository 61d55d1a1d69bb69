using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Configuration;

/// <summary>What happens when a host with a GraphQL server starts, and its commands.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("oms-start").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_schema_with_faults_stops_the_start_unless_it_is_to_be_built_later()
    {
        using var broken = Host(graph => graph.AddDocumentFromString("type Query { a: Missing }"));
        await Should.ThrowAsync<SchemaException>(() => broken.StartAsync(TestContext.Current.CancellationToken));
        using var lazy = Host(graph => graph.AddDocumentFromString("type Query { a: Missing }").ModifyOptions(o => o.LazyInitialization = true));
        await lazy.StartAsync(TestContext.Current.CancellationToken);
        Should.Throw<SchemaException>(() => lazy.Services.GetRequiredService<IRequestExecutor>());
    }

    [Fact]
    public async Task Warm_up_tasks_are_done_in_their_order_before_the_host_has_started()
    {
        var seen = new List<string>();
        using var host = Host(graph => Whole(graph)
            .AddWarmupTask(async (executor, _) => seen.Add(await executor.AskAsync(Requests.Of("{ a }"))))
            .AddWarmupTask((executor, _) =>
            {
                seen.Add(executor.Schema.QueryType.Name);
                return Task.CompletedTask;
            })
            .ModifyOptions(o => o.LazyInitialization = true));
        await host.StartAsync(TestContext.Current.CancellationToken);
        seen.ShouldBe(["""{"data":{"a":1}}""", "Query"]);
    }

    [Fact]
    public async Task The_schema_is_written_at_the_start_where_that_is_asked_for()
    {
        var file = Path.Combine(folder, "schema.graphqls");
        using var host = Host(graph => Whole(graph).ExportSchemaOnStartup(file));
        await host.StartAsync(TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldContain("type Query {\n  a: Int\n}\n");
    }

    [Fact]
    public async Task The_command_schema_export_writes_the_schema_and_does_not_run_the_host()
    {
        var file = Path.Combine(folder, "out.graphql");
        using var host = Host(graph => Whole(graph).AddWarmupTask((_, _) => throw new InvalidOperationException("started")));
        (await host.RunWithGraphQLCommandsAsync(["schema", "export", "--output", file])).ShouldBe(0);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldContain("type Query {\n  a: Int\n}\n");
        (await host.RunWithGraphQLCommandsAsync(["schema", "export", "--semantic-non-null", "--output", file])).ShouldBe(0);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldContain("directive @semanticNonNull");
        (await host.RunWithGraphQLCommandsAsync(["schema", "import"])).ShouldBe(1);
        (await host.RunWithGraphQLCommandsAsync(["schema", "export", "--nothing"])).ShouldBe(1);
        (await host.RunWithGraphQLCommandsAsync(["schema", "export", "--output"])).ShouldBe(1);
        (await Should.ThrowAsync<InvalidOperationException>(() => host.RunWithGraphQLCommandsAsync(["run"]))).Message.ShouldBe("started");
    }

    private static IRequestExecutorBuilder Whole(IRequestExecutorBuilder graph) => graph.AddDocumentFromString("type Query { a: Int }").AddResolver("Query", "a", () => 1);

    private static IHost Host(Action<IRequestExecutorBuilder> configure)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        configure(builder.Services.AddGraphQLServer());
        return builder.Build();
    }
}
