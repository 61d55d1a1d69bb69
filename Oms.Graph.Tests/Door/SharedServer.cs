using System.Collections.Concurrent;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Door;

/// <summary>One server for the tests of a class; each test works on branches of its own.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private readonly ConcurrentDictionary<(string Role, string User), Task<string>> tokens = new();

    internal ServerProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await ServerProcess.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    internal Task<string> TokenAsync(string role, string? user = null) =>
        tokens.GetOrAdd((role, user ?? role), key => Server.TokenAsync(key.Role, key.User));

    /// <summary>The whole answer, for a person who has one role and is named like it.</summary>
    internal async Task<JsonElement> AskAsync(string role, string document, object? variables = null, string? user = null) =>
        await Server.QueryAsync(await TokenAsync(role, user), document, variables);

    /// <summary>The data of an answer without errors.</summary>
    internal async Task<JsonElement> ReadAsync(string document, object? variables = null, string role = "viewer")
    {
        var answer = await AskAsync(role, document, variables);
        answer.TryGetProperty("errors", out _).ShouldBeFalse(answer.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The payload of a mutation, whose input is the variable <c>$input</c>; refusals are in its <c>errors</c>.</summary>
    internal async Task<JsonElement> ChangeAsync(string field, object input, string selection, string role = "developer", string? user = null, string refusal = "")
    {
        var type = char.ToUpperInvariant(field[0]) + field[1..] + "Input";
        var answer = await AskAsync(
            role,
            $"mutation ($input: {type}!) {{ {field}(input: $input) {{ {selection} errors {{ __typename ... on Error {{ code message path }} {refusal} }} }} }}",
            new { input },
            user);
        answer.TryGetProperty("errors", out _).ShouldBeFalse(answer.ToString());
        return answer.GetProperty("data").GetProperty(field);
    }

    /// <summary>The payload of a mutation that is carried out.</summary>
    internal async Task<JsonElement> DoAsync(string field, object input, string selection, string role = "developer", string? user = null)
    {
        var payload = await ChangeAsync(field, input, selection, role, user);
        payload.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.ToString());
        return payload;
    }

    /// <summary>The code of the one refusal of a mutation.</summary>
    internal async Task<string> RefusedAsync(string field, object input, string role = "developer", string? user = null) =>
        (await RefusalAsync(field, input, role, user)).GetProperty("code").GetString()!;

    /// <summary>The one refusal of a mutation.</summary>
    internal async Task<JsonElement> RefusalAsync(string field, object input, string role = "developer", string? user = null, string refusal = "")
    {
        var payload = await ChangeAsync(field, input, "__typename", role, user, refusal);
        return payload.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
    }

    /// <summary>Makes a branch from main.</summary>
    internal Task BranchAsync(string name) => DoAsync("createBranch", new { name }, "branch { name }");

    /// <summary>Makes a branch from another.</summary>
    internal Task BranchFromAsync(string name, string from) => DoAsync("createBranch", new { name, from = new { branch = from } }, "branch { name }");

    /// <summary>Commits operations under an issue; the id of the commit.</summary>
    internal async Task<string> CommitAsync(string branch, params object[] operations)
    {
        var payload = await DoAsync("commit", new { branch, message = "test", issues = new[] { "OMS-1" }, operations }, "commit { hash }");
        return payload.GetProperty("commit").GetProperty("hash").GetString()!;
    }
}
