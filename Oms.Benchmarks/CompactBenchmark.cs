using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;
using Oms.Graph.Import;
using Oms.Graph.Registry;
using Oms.Storage.Sqlite;

namespace Oms.Benchmarks;

/// <summary>
/// <c>compact FILE... --format schemaorg|linkml|graphql [--commits N] [--json FILE]</c>: takes releases over in their order, each in as many commits as
/// make N in all (1,000), compacts, and weighs the store on disk before and after. Reads of old versions are timed before and after, each time
/// with nothing in memory, and the whole store is verified.
/// </summary>
internal static class CompactBenchmark
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Runs it: 0 done, 1 a file was refused or the store is not whole, 2 not understood.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        string?[] values = [ValueOf(args, "--format"), ValueOf(args, "--json"), ValueOf(args, "--commits")];
        var files = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal) && !values.Contains(a)).ToArray();
        if (files.Length < 2 || !Enum.TryParse<ImportFormat>(values[0] ?? "schemaorg", ignoreCase: true, out var format)
            || !int.TryParse(values[2] ?? "1000", CultureInfo.InvariantCulture, out var count))
        {
            await Console.Error.WriteLineAsync("compact FILE FILE... --format schemaorg|linkml|graphql [--commits N] [--json FILE]: two files or more");
            return 2;
        }

        if (DeltaReplay.ReadAll(files, format) is not { } releases)
            return 1;
        var folder = Directory.CreateTempSubdirectory("oms-compact-").FullName;
        try
        {
            var figures = await MeasureAsync(folder, releases, count);
            foreach (var figure in figures)
                Console.WriteLine($"  {figure.Name,-52} {figure.Value.ToString("0.###", CultureInfo.InvariantCulture),14} {figure.Unit}");
            if (values[1] is { } json)
                await File.WriteAllTextAsync(json, JsonSerializer.Serialize(
                    new { Name = "compact", Files = files.Select(Path.GetFileName), Time = DateTimeOffset.UtcNow.ToString("u", CultureInfo.InvariantCulture), Figures = figures }, Indented) + "\n");
            var report = SqliteStore.Verify(folder);
            foreach (var damage in report.Damages)
                await Console.Error.WriteLineAsync(damage.ToString());
            return report.IsWhole ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(string folder, List<Snapshot> releases, int count)
    {
        ObjectHash[] trees;
        await using (var store = SqliteStore.Open(folder))
            trees = await WriteAsync(store, releases, count);
        var size = OnDisk(folder);
        var before = await ReadAsync(folder, trees);
        CompactionOutcome outcome;
        var watch = Stopwatch.StartNew();
        await using (var store = SqliteStore.Open(folder))
            outcome = await store.CompactAsync(CompactionExtent.Whole, CancellationToken.None);
        var took = watch.Elapsed;
        var packed = OnDisk(folder);
        var after = await ReadAsync(folder, trees);
        return
        [
            Figure.Once("commits", string.Empty, trees.Length),
            Figure.Once("objects packed", string.Empty, outcome.Objects),
            Figure.Once("log entries packed", string.Empty, outcome.LogEntries),
            Figure.Once("on disk before", "bytes", size),
            Figure.Once("on disk after", "bytes", packed),
            Figure.Once("saved", "%", 100.0 * (size - packed) / size),
            Figure.Once("time", "s", took.TotalSeconds),
            Figure.Once("an old version from nothing, before: median", "ms", Figure.MedianOf(before.Versions)),
            Figure.Once("an old version from nothing, after: median", "ms", Figure.MedianOf(after.Versions)),
            Figure.Once("one old definition, before: median", "ms", Figure.MedianOf(before.Definitions)),
            Figure.Once("one old definition, after: median", "ms", Figure.MedianOf(after.Definitions)),
            Figure.Once("one old definition, after: 95th percentile", "ms", Figure.Percentile(after.Definitions, 0.95)),
        ];
    }

    // Each release in as many commits as its share of all changes is; a commit is some elements of it.
    private static async Task<ObjectHash[]> WriteAsync(IStore store, List<Snapshot> releases, int count)
    {
        var ids = new UuidSource(TimeProvider.System);
        var context = new CommandContext(new Actor("importer", [Role.Admin], null, null), DateTimeOffset.UtcNow, "compact", ids.Next);
        await store.CommitAsync(FoundRegistry.Decide(context, BranchPolicy.Default), CancellationToken.None);
        var branch = (await store.GetBranchAsync(BranchName.Main, CancellationToken.None))!;
        var (version, trees) = (Snapshot.Empty, new List<ObjectHash>());
        var total = releases.Zip(releases.Prepend(Snapshot.Empty), (r, p) => TreeDiff.Compare(p, r).Length).Sum();
        foreach (var release in releases)
            foreach (var some in TreeDiff.Compare(version, release).Chunk(Math.Max(1, total / count)))
            {
                var after = version.With([.. some.Select(c => new SnapshotWrite(c.Element, c.After.IsEmpty ? null : release.Find(c.Element), c.After))]);
                var objects = after.Map.NodesSince(version.Map).AddRange(some.Where(c => !c.After.IsEmpty).Select(c => StoredObject.Of(ElementJson.Write(release.Find(c.Element)!))));
                var head = (await store.GetCommitAsync(branch.Head, CancellationToken.None))!;
                var (change, _, moved) = new CommitWriting(after, TreeDiff.Compare(version, after), objects, $"release, part {trees.Count + 1}", [$"OMS-{trees.Count + 1}"])
                    .Write(new Journal(context), branch, branch, [head], version);
                if (await store.CommitAsync(change, CancellationToken.None) is not CommitOutcome.Committed)
                    throw new InvalidOperationException("a commit was turned away");
                (version, branch) = (after, moved);
                trees.Add(after.Tree);
            }

        return [.. trees];
    }

    private static async Task<(List<double> Versions, List<double> Definitions)> ReadAsync(string folder, ObjectHash[] trees)
    {
        var chance = new Random(20261121);
        List<double> versions = [], definitions = [];
        for (var i = 0; i < 20; i++)
        {
            // A store of its own each time: nothing of the one before is in memory.
            await using var store = SqliteStore.Open(folder);
            await store.GetLastSequenceAsync(CancellationToken.None);
            var watch = Stopwatch.StartNew();
            var version = await SnapshotLoader.LoadAsync(trees[chance.Next(trees.Length)], hashes => store.GetObjectsAsync(hashes, CancellationToken.None));
            versions.Add(watch.Elapsed.TotalMilliseconds);
            await using var other = SqliteStore.Open(folder);
            await other.GetLastSequenceAsync(CancellationToken.None);
            var entries = version.Map.Entries.ToArray();
            for (var n = 0; n < 20; n++)
            {
                var hash = entries[chance.Next(entries.Length)].Hash;
                watch.Restart();
                await other.GetObjectAsync(hash, CancellationToken.None);
                definitions.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return (versions, definitions);
    }

    private static long OnDisk(string folder) => Directory.GetFiles(folder, "oms.db*").Sum(f => new FileInfo(f).Length);

    private static string? ValueOf(string[] args, string option) =>
        Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
