using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Oms.Graph.Tests.Door;

namespace Oms.Graph.Tests.Histories;

/// <summary>One client of a history: reads, commits, locks and indexes one branch, on either server, by chance.</summary>
internal sealed class HistoryClient(ServerProcess[] servers, string name, string token, string branch, Random chance, ConcurrentBag<ClientOperation> log)
{
    private static readonly (string Kind, string Operation)[] Kinds = [("OBJECT_TYPE", "createObjectType"), ("INTERFACE", "createInterface"), ("VALUE_TYPE", "createValueType")];

    private long? fencingToken;
    private string? indexing;
    private string? head;
    private int made;
    private int unanswered;

    /// <summary>Indexers that stopped without a word.</summary>
    internal int Deaths { get; private set; }

    /// <summary>Locks that were taken, those of indexers too.</summary>
    internal int Locks { get; private set; }

    /// <summary>Does so many operations that are answered: how many a server leaves unanswered while it comes back is the machine's.</summary>
    internal async Task RunAsync(int operations)
    {
        for (var i = 0; i < operations + unanswered; i++)
        {
            await (chance.Next(10) switch
            {
                < 3 => ReadAsync(),
                < 8 => CommitAsync(),
                _ => fencingToken is null ? TakeAsync() : EndAsync(),
            });
            if (chance.Next(4) == 0)
                await Task.Delay(chance.Next(20));
        }

        if (fencingToken is not null && chance.Next(3) > 0)
            await EndAsync();
    }

    private async Task ReadAsync()
    {
        var server = chance.Next(servers.Length);
        var sent = Stopwatch.GetTimestamp();
        if (await AskAsync(server, "query ($branch: String!) { branch(name: $branch) { head { hash } } }", new { branch }) is not { } data || data.IsNull("branch"))
            return;
        head = data.Text("branch.head.hash");
        log.Add(new ClientOperation { Kind = OperationKind.Read, Server = server, Sent = sent, Answered = Stopwatch.GetTimestamp(), Commit = head });
    }

    private async Task CommitAsync()
    {
        var server = chance.Next(servers.Length);
        var (_, operation) = Kinds[chance.Next(Kinds.Length)];
        var expected = chance.Next(2) == 0 ? head : null;
        object definition = operation == "createValueType" ? new { name = $"{name}{made++}", baseType = new { dataType = "string" } } : new { name = $"{name}{made++}" };
        var input = new { branch, message = "history", issues = new[] { "OMS-1" }, expectedHead = expected, fencingToken, operations = new[] { new Dictionary<string, object> { [operation] = definition } } };
        var sent = Stopwatch.GetTimestamp();
        var data = await AskAsync(server, "mutation ($input: CommitInput!) { commit(input: $input) { commit { hash } errors { ... on Error { code } } } }", new { input });
        var done = new ClientOperation { Kind = OperationKind.Commit, Server = server, Sent = sent };
        if (data is not { } answer)
            log.Add(done);
        else if (!answer.IsNull("commit.commit"))
            log.Add(done with { Answered = Stopwatch.GetTimestamp(), Commit = head = answer.Text("commit.commit.hash") });
        else if (answer.Text("commit.errors.0.code") is var code && code == "HEAD_MOVED")
            log.Add(done with { Kind = OperationKind.HeadMoved, Answered = Stopwatch.GetTimestamp(), Expected = expected });
        else if (code == "FENCING_TOKEN_STALE")
            (fencingToken, indexing) = (null, null);
        else if (code is not ("BRANCH_LOCKED" or "WRITE_CONTENDED"))
            throw new InvalidOperationException($"a commit was refused with {code}");
    }

    // Half of the locks are an indexer's, which is heard of every second or counts as dead.
    private async Task TakeAsync()
    {
        var isIndexing = chance.Next(2) == 0;
        var kind = chance.Next(3) == 0 ? null : Kinds[chance.Next(Kinds.Length)].Kind;
        object input = isIndexing
            ? new { branch, reason = name, heartbeatSeconds = 1, kinds = kind is null ? null : new[] { kind } }
            : new { branch, reason = name, scopes = kind is null ? null : new[] { new { kind } } };
        var field = isIndexing ? "startIndexing" : "lockBranch";
        var data = await AskAsync(chance.Next(servers.Length), $"mutation ($input: {(isIndexing ? "StartIndexing" : "LockBranch")}Input!) {{ {field}(input: $input) {{ lock {{ id fencingToken }} errors {{ ... on Error {{ code }} }} }} }}", new { input });
        if (data is not { } answer || answer.IsNull($"{field}.lock"))
            return;
        Locks++;
        fencingToken = answer.Number($"{field}.lock.fencingToken");
        indexing = isIndexing ? answer.Text($"{field}.lock.id") : null;
    }

    private async Task EndAsync()
    {
        var (held, index) = (fencingToken, indexing);
        (fencingToken, indexing) = (null, null);
        if (index is not null && chance.Next(3) == 0)
        {
            Deaths++;
            return;
        }

        await (index is null
            ? AskAsync(chance.Next(servers.Length), "mutation ($input: UnlockBranchInput!) { unlockBranch(input: $input) { branch { state } } }", new { input = new { branch, fencingToken = held } })
            : AskAsync(chance.Next(servers.Length), "mutation ($input: CompleteIndexingInput!) { completeIndexing(input: $input) { branch { state } } }", new { input = new { branch, indexing = index, fencingToken = held } }));
    }

    // The data; null when nobody can say what became of it, for the server was killed.
    private async Task<JsonElement?> AskAsync(int server, string document, object variables)
    {
        try
        {
            var answer = await servers[server].QueryAsync(token, document, variables);
            if (answer.TryGetProperty("errors", out var errors) && !IsDying(errors))
                throw new InvalidOperationException(answer.ToString());
            if (answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object)
                return data;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            await Task.Delay(50);
        }

        unanswered++;
        return null;
    }

    private static bool IsDying(JsonElement errors) => errors[0].ToString().Contains("STORE_", StringComparison.Ordinal);
}
