using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Authorization;
using Oms.Engine.Execution;
using Oms.Engine.Nodes;
using Oms.Engine.Tests.Execution;
using Oms.Engine.Tests.Visibility;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Nodes;

/// <summary>Objects, and pages of them, that a caller does not see.</summary>
public sealed class Hidden_nodes
{
    private const string Sdl = """
        type Query {
          open: [Open!]! @usePaging(includeTotalCount: true)
          plans: [Plan!]! @usePaging @authorize(roles: ["Boss"])
        }
        type Open implements Node { id: ID! }
        type Plan implements Node @authorize(roles: ["Boss"]) { id: ID! }
        """;

    private static readonly ClaimsPrincipal Boss = new(new ClaimsIdentity([new Claim(ClaimTypes.Role, "Boss")], "test"));

    [Fact]
    public async Task Can_not_be_told_from_those_of_a_type_that_does_not_exist()
    {
        var executor = await StartAsync();
        foreach (var (given, made) in new[] { ("Plan", "Nothing"), ("plan", "nothing") })
            foreach (var id in new[] { "1", "99", "x", "" })
                (await AskAsync(executor, $"{{ node(id: \"{Zoo.Id(given, id)}\") {{ id }} }}", Requests.Ann)).Replace(Zoo.Id(given, id), "ID", StringComparison.Ordinal).Replace(given, "T", StringComparison.Ordinal)
                    .ShouldBe((await AskAsync(executor, $"{{ node(id: \"{Zoo.Id(made, id)}\") {{ id }} }}", Requests.Ann)).Replace(Zoo.Id(made, id), "ID", StringComparison.Ordinal).Replace(made, "T", StringComparison.Ordinal));
        (await AskAsync(executor, $"{{ node(id: \"{Zoo.Id("Plan", 1)}\") {{ id }} }}", Boss)).ShouldContain($"\"id\":\"{Zoo.Id("Plan", 1)}\"");
    }

    [Fact]
    public async Task Pages_that_are_seen_are_cut_and_others_do_not_exist()
    {
        var executor = await StartAsync();
        (await AskAsync(executor, "{ open(first: 1) { totalCount nodes { id } pageInfo { hasNextPage } } }", Requests.Ann))
            .ShouldBe($$$$$"""{"data":{"open":{"totalCount":2,"nodes":[{"id":"{{{{{Zoo.Id("Open", 1)}}}}}"}],"pageInfo":{"hasNextPage":true}}}}""");
        (await AskAsync(executor, "{ plans { nodes { id } } }", Requests.Ann)).ShouldContain("has no field \\\"plans\\\"");
        (await AskAsync(executor, "{ plans { nodes { id } } }", Boss)).ShouldBe($$$$$"""{"data":{"plans":{"nodes":[{"id":"{{{{{Zoo.Id("Plan", 1)}}}}}"}]}}}""");
    }

    private static async Task<IRequestExecutor> StartAsync()
    {
        var builder = Requests.Server(Sdl).AddGlobalObjectIdentification().ModifyOptions(o => o.EnableFieldVisibility = true)
            .BindRuntimeType<Open>().BindRuntimeType<Plan>()
            .AddResolver("Query", "open", () => new[] { new Open(1), new Open(2) })
            .AddResolver("Query", "plans", () => new[] { new Plan(1) });
        builder.Services.AddSingleton<IAuthorizationHandler, RoleAuthorization>();
        return await builder.BuildRequestExecutorAsync();
    }

    private static Task<string> AskAsync(IRequestExecutor executor, string document, ClaimsPrincipal user) => executor.AskAsync(Requests.Of(document, user: user));

    [Node]
    internal sealed record Open(int Id)
    {
        public static Open Get(int id) => new(id);
    }

    [Node]
    internal sealed record Plan(int Id)
    {
        public static Plan Get(int id) => new(id);
    }
}
