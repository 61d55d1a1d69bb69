using Shouldly;

namespace Oms.Graph.Tests.Door;

/// <summary>Branches of a real server; apart from <see cref="ServerProcess"/>, which the benchmarks compile too.</summary>
internal static class ServerBranches
{
    /// <summary>Makes a branch from main.</summary>
    internal static async Task CreateBranchAsync(this ServerProcess server, string token, string name)
    {
        var answer = await server.QueryAsync(token, "mutation ($name: String!) { createBranch(input: { name: $name }) { branch { name } errors { ... on Error { message } } } }", new { name });
        answer.Text("data.createBranch.branch.name").ShouldBe(name, answer.ToString());
    }
}
