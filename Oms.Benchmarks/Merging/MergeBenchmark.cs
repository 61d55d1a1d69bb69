using System.Diagnostics;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Benchmarks.Merging;

/// <summary>
/// Merges and compares versions of a made-up model of the size that issue 4 names, and of three sizes with few changes, in one process; and the
/// same model as files by <c>git merge-tree</c>, one run of each in turn.
/// </summary>
internal sealed class MergeBenchmark : IBenchmark
{
    private const int Types = 1_600;
    private const int Members = 15_000;
    private const int Changes = 200;

    /// <inheritdoc/>
    public string Name => "merge";

    /// <inheritdoc/>
    public string Question => "How long does a three-way merge take, and does it follow the change or the size?";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options)
    {
        var runs = options.Quick ? 20 : 200;
        var model = MergeModel.Make(Types, Members);
        var (ours, theirs) = (MergeModel.Edit(model, Changes, 1), MergeModel.Edit(model, Changes, 2));
        if (!ThreeWayMerge.Run(model, ours, theirs).IsClean)
            throw new InvalidOperationException("the model is made so that its sides merge without a question");
        List<double> merges = [], diffs = [], gits = [];
        await using var repository = await GitRepository.MakeAsync(model, ours, theirs);
        for (var i = -runs / 2; i < runs; i++)
        {
            var merge = Time(() => ThreeWayMerge.Run(model, ours, theirs));
            var diff = Time(() => SemanticDiff.Compare(model, ours));
            if (i < 0)
                continue;
            merges.Add(merge);
            diffs.Add(diff);
            if (i % 10 == 0)
                gits.Add(await repository.MergeTreeAsync());
        }

        var figures = new List<Figure>
        {
            Figure.Once($"members of {Types} types", "", model.Map.Entries.Sum(e => model.Find(e.Id)!.Members.Count())),
            Figure.Median($"merge, {Changes} changes on each side", "ms", merges),
            Figure.Once($"merge, {Changes} changes on each side, p95", "ms", Figure.Percentile(merges, 0.95)),
            Figure.Median($"diff, {Changes} changes", "ms", diffs),
            Figure.Once($"diff, {Changes} changes, p95", "ms", Figure.Percentile(diffs, 0.95)),
            Figure.Median("git merge-tree on the same model as files", "ms", gits),
            Figure.Once("git merge-tree against merge, medians", "x", Figure.MedianOf(gits) / Figure.MedianOf(merges)),
        };
        figures.AddRange(Sizes(runs));
        return figures;
    }

    // The sizes take turns, so that what slows the machine slows all three.
    private static IEnumerable<Figure> Sizes(int runs)
    {
        var sizes = new[] { 1_000, 10_000, 100_000 };
        var models = sizes.Select(s => MergeModel.Make(s / 10, s)).Select(m => (Base: m, Ours: MergeModel.Edit(m, 20, 1), Theirs: MergeModel.Edit(m, 20, 2))).ToList();
        var times = sizes.Select(_ => new List<double>()).ToArray();
        for (var i = -runs / 2; i < runs; i++)
            for (var s = 0; s < sizes.Length; s++)
            {
                var (before, ours, theirs) = models[s];
                var time = Time(() => ThreeWayMerge.Run(before, ours, theirs));
                if (i >= 0)
                    times[s].Add(time);
            }

        for (var s = 0; s < sizes.Length; s++)
            yield return Figure.Median($"merge, 20 changes on each side, {sizes[s]} members", "ms", times[s]);
        yield return Figure.Once(
            "slowest size against fastest, medians", "x", times.Max(Figure.MedianOf) / times.Min(Figure.MedianOf));
    }

    private static double Time(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }
}
