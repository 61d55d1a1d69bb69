using System.Diagnostics;
using System.Text.Json;

namespace Oms.Samples.Funnel;

/// <summary>Reads a branch page by page into a file of kinds, ids and names: a small index, but a real one.</summary>
internal sealed class Indexer(RegistryClient registry, IReports reports, Arguments arguments)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // The list field of each kind.
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["OBJECT_TYPE"] = "objectTypes", ["LINK_TYPE"] = "linkTypes", ["INTERFACE"] = "interfaces", ["SHARED_PROPERTY"] = "sharedProperties",
        ["VALUE_TYPE"] = "valueTypes", ["STRUCT_TYPE"] = "structTypes", ["ACTION_TYPE"] = "actionTypes", ["FUNCTION_TYPE"] = "functionTypes",
    };

    /// <summary>The exit code: 0 for success, 1 for a failure that was reported, 3 for the death that was asked for.</summary>
    internal async Task<int> RunAsync()
    {
        await reports.StartAsync("sample indexer");
        var commit = await UntilHeldAsync();
        Console.WriteLine($"indexing {arguments.Branch} at {commit}");
        var records = 0L;
        var kinds = arguments.Kinds.Count == 0 ? [.. Fields.Keys] : arguments.Kinds;
        await using (var index = new StreamWriter(arguments.Out))
        {
            for (var i = 0; i < kinds.Count; i++)
            {
                records += await ReadAsync(kinds[i], index);
                if (arguments.Dies)
                    return 3;
                if (arguments.Failure is { } failure)
                {
                    await reports.FailAsync(failure);
                    return 1;
                }

                await reports.ProgressAsync((i + 1) * 100 / kinds.Count, $"{records} elements");
                await Task.Delay(arguments.Pause);
            }
        }

        await reports.CompleteAsync(commit, records, new FileInfo(arguments.Out).Length);
        Console.WriteLine($"indexed {records} elements");
        return 0;
    }

    // An event is taken a moment after it was sent: what is read must be frozen first.
    private async Task<string> UntilHeldAsync()
    {
        const string Locks = "query ($branch: String!) { branch(name: $branch) { head { hash } locks { type } } }";
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var branch = (await registry.AskAsync(Locks, new { branch = arguments.Branch })).GetProperty("branch");
            if (branch.ValueKind == JsonValueKind.Object && branch.GetProperty("locks").EnumerateArray().Any(l => l.GetProperty("type").GetString() == "INDEXING"))
                return branch.GetProperty("head").GetProperty("hash").GetString()!;
            if (watch.Elapsed > Patience)
                throw new RefusedException($"'{arguments.Branch}' was not locked for this indexing; the audit log says why");
        }
    }

    private async Task<long> ReadAsync(string kind, StreamWriter index)
    {
        if (!Fields.TryGetValue(kind, out var field))
            throw new RefusedException($"{kind} is no kind; known are {string.Join(", ", Fields.Keys)}");
        var records = 0L;
        for (string? after = null; ;)
        {
            var data = await registry.AskAsync(
                $"query ($branch: String!, $after: String) {{ ontology(branch: $branch) {{ {field}(first: 500, after: $after) {{ nodes {{ stableId name }} pageInfo {{ hasNextPage endCursor }} }} }} }}",
                new { branch = arguments.Branch, after });
            var page = data.GetProperty("ontology").GetProperty(field);
            foreach (var element in page.GetProperty("nodes").EnumerateArray())
                await index.WriteLineAsync($"{kind}\t{element.GetProperty("stableId")}\t{element.GetProperty("name")}");
            records += page.GetProperty("nodes").GetArrayLength();
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                return records;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }
}
