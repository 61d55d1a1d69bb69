using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oms.Domain.Import;
using Oms.Domain.Import.LinkMl;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;
using Oms.Domain.Tests.Merging;
using Oms.Graph.Import;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Benchmarks.Merging;

/// <summary>Merges anew what people merged: every case of a folder, by the registry's own import and merge.</summary>
internal static class MergeReplay
{
    private static readonly JsonSerializerOptions Cases = new(JsonSerializerDefaults.Web);
    private const int MostTold = 20;

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Replays a folder; 0 done, 1 when a result is invalid or an edit is lost, 2 not understood.</summary>
    internal static async Task<int> RunAsync(string[] args)
    {
        var json = Array.IndexOf(args, "--json") is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
        if (args.FirstOrDefault(a => !a.StartsWith('-') && a != json) is not { } folder || !File.Exists(Path.Combine(folder, "cases.json")))
        {
            Console.Error.WriteLine("usage: merge-replay DIR [--json FILE]; DIR holds cases.json and blobs/");
            return 2;
        }

        var cases = JsonSerializer.Deserialize<List<MergeCase>>(await File.ReadAllTextAsync(Path.Combine(folder, "cases.json")), Cases)!;
        var outcomes = new List<MergeOutcome>(cases.Count);
        foreach (var one in cases)
        {
            outcomes.Add(Replay(folder, one));
            Console.WriteLine(Line(outcomes[^1]));
            foreach (var question in outcomes[^1].Asked)
                Console.WriteLine($"    {question}");
            foreach (var difference in outcomes[^1].Differs.Take(MostTold))
                Console.WriteLine($"    people have it otherwise: {difference}");
        }

        var total = Total(outcomes);
        Console.WriteLine(total.ToJsonString(Indented));
        if (json is not null)
            await File.WriteAllTextAsync(json, JsonSerializer.Serialize(new { Total = total, Cases = outcomes }, Indented) + "\n");
        return outcomes.Exists(o => o.IsValid == false || o.LostEdits > 0) ? 1 : 0;
    }

    private static MergeOutcome Replay(string folder, MergeCase one)
    {
        var (before, mine, others) = (Read(folder, one, one.Base), Read(folder, one, one.Ours), Read(folder, one, one.Theirs));
        foreach (var (version, read) in new[] { ("base", before), ("ours", mine), ("theirs", others) })
            if (!read.IsOk)
                return Unreadable(one, version, read.Refusals[0]);
        var ourElements = ImportAlignment.Align(before.Value, mine.Value);
        var theirElements = ImportAlignment.Align(ourElements, ImportAlignment.Align(before.Value, others.Value), byNameOnly: true);
        var (@base, ours, theirs) = (Accepted(before.Value), Accepted(ourElements), Accepted(theirElements));
        foreach (var (version, accepted) in new[] { ("base", @base), ("ours", ours), ("theirs", theirs) })
            if (!accepted.IsOk)
                return Unreadable(one, version, accepted.Refusals[0]);
        var result = ThreeWayMerge.Run(@base.Value, ours.Value, theirs.Value);
        var open = result.Open.ToList();
        var lost = LostEdits.Find(@base.Value, ours.Value, theirs.Value, result);
        var differs = open.Count == 0 ? DifferencesFromPeople(folder, one, ourElements, theirElements, result.Merged) : null;
        return new MergeOutcome(
            one.Id, one.TextualConflicts, open.Count == 0 ? "merged" : "questions", null, open.Count, Count(open.Select(c => c.Semantic.ToString())),
            Count(result.Conflicts.Where(c => !c.IsOpen).Select(c => c.Strategy!)),
            open.Count == 0 ? Accepted(Elements(result.Merged)).IsOk : null,
            lost.Count,
            differs is null ? null : differs.Count == 0,
            Time(() => ThreeWayMerge.Run(@base.Value, ours.Value, theirs.Value)),
            [
                .. open.Select(c => $"{c.Severity} {c.Kind} {c.Semantic} {c.Path}: {Short(c.Message.In("en")!)}"),
                .. lost.Select(l => $"LOST {l}"),
            ],
            differs ?? []);
    }

    // In words where people's version keeps every rule; where it does not, that is the difference.
    private static IReadOnlyList<string>? DifferencesFromPeople(
        string folder, MergeCase one, System.Collections.Immutable.ImmutableArray<Element> ours,
        System.Collections.Immutable.ImmutableArray<Element> theirs, Snapshot merged)
    {
        if (one.MergedByPeople is null || Read(folder, one, one.MergedByPeople) is not { IsOk: true } people)
            return null;
        var both = ours.Concat(theirs).DistinctBy(e => e.Id).ToDictionary(e => e.Id);
        var aligned = ImportAlignment.Align([.. both.Values], people.Value);
        if (Unordered(aligned).SetEquals(Unordered(Elements(merged))))
            return [];
        var accepted = Accepted(aligned);
        return accepted.IsOk
            ? [.. SemanticDiff.Compare(accepted.Value, merged).Where(d => d.Operation != DiffOperation.Move).Select(d => $"{d.Path}: {Short(d.Sentence.In("en")!)}")]
            : [.. accepted.Refusals.Select(r => $"people's version is refused: {Short(r.Message)}")];
    }

    private static Result<System.Collections.Immutable.ImmutableArray<Element>> Read(string folder, MergeCase one, string blob)
    {
        var path = Path.Combine(folder, "blobs", blob + ".gz");
        if (one.Format != "linkml")
            return new ImportFileInvalid(one.File, null, $"the format '{one.Format}' is not replayed");
        if (!File.Exists(path))
            return new ImportFileInvalid(one.File, null, $"there is no blob {blob}");
        using var stream = File.OpenRead(path);
        var file = LinkMlReader.Read(one.File, stream);
        if (!file.IsOk)
            return file.Refusals;
        var mapped = LinkMlImport.Map([file.Value]);
        return mapped.IsOk ? mapped.Value.Elements : mapped.Refusals;
    }

    private static Result<Snapshot> Accepted(System.Collections.Immutable.ImmutableArray<Element> elements)
    {
        var edit = Editor.Apply(Snapshot.Empty, [.. elements.Select(e => new CreateElement(e))], GivenIds.Instance);
        return edit.IsOk ? edit.Value.After : edit.Refusals;
    }

    private static System.Collections.Immutable.ImmutableArray<Element> Elements(Snapshot snapshot) =>
        [.. snapshot.Map.Entries.Select(e => snapshot.Find(e.Id)!)];

    // Order of lists and the registry's own count say nothing of what people wrote.
    private static HashSet<string> Unordered(IEnumerable<Element> elements) =>
        [.. elements.Select(e => Sorted(JsonNode.Parse(ElementJson.Write(e is ValueType v ? v with { Version = 1 } : e))!))];

    private static string Sorted(JsonNode? node) => node switch
    {
        JsonArray list => $"[{string.Join(',', list.Select(Sorted).Order(StringComparer.Ordinal))}]",
        JsonObject json => $"{{{string.Join(',', json.Where(p => p.Key != "id").Select(p => $"{p.Key}:{Sorted(p.Value)}"))}}}",
        _ => node?.ToJsonString() ?? "null",
    };

    private static double Time(Action action)
    {
        var runs = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            action();
            runs.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Math.Round(Figure.MedianOf(runs), 3);
    }

    private static MergeOutcome Unreadable(MergeCase one, string version, Refusal refusal) => new(
        one.Id, one.TextualConflicts, "unreadable", $"{version}: {refusal.Message}", 0, new Dictionary<string, int>(), new Dictionary<string, int>(),
        null, 0, null, 0, [], []);

    private static SortedDictionary<string, int> Count(IEnumerable<string> words) =>
        new(words.GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count()), StringComparer.Ordinal);

    private static string Line(MergeOutcome o) => string.Create(CultureInfo.InvariantCulture,
        $"{o.Id,-14} git conflicts {o.TextualConflicts,3}  {o.Verdict,-10} {(o.Reason is null ? $"questions {o.Questions,3}  valid {Word(o.IsValid),-4} lost {o.LostEdits}  as people {Word(o.EqualsPeople),-4} {o.Milliseconds,8:0.00} ms" : Short(o.Reason))}");

    private static JsonObject Total(List<MergeOutcome> outcomes)
    {
        var readable = outcomes.Where(o => o.Verdict != "unreadable").ToList();
        var hard = readable.Where(o => o.TextualConflicts > 0).ToList();
        var merged = readable.Where(o => o.Verdict == "merged").ToList();
        return new JsonObject
        {
            ["cases"] = outcomes.Count,
            ["unreadable"] = outcomes.Count - readable.Count,
            ["merged"] = merged.Count,
            ["withQuestions"] = readable.Count - merged.Count,
            ["questions"] = readable.Sum(o => o.Questions),
            ["questionsByKind"] = new JsonObject(Summed(readable, o => o.Kinds)),
            ["settledByStrategy"] = new JsonObject(Summed(readable, o => o.Strategies)),
            ["gitCouldNot"] = hard.Count,
            ["gitCouldNotAndMerged"] = hard.Count(o => o.Verdict == "merged"),
            ["shareOfWhatGitCouldNot"] = hard.Count == 0 ? 1 : Math.Round((double)hard.Count(o => o.Verdict == "merged") / hard.Count, 3),
            ["invalid"] = readable.Count(o => o.IsValid == false),
            ["lostEdits"] = readable.Sum(o => o.LostEdits),
            ["equalToPeople"] = merged.Count(o => o.EqualsPeople == true),
            ["differentFromPeople"] = merged.Count(o => o.EqualsPeople == false),
            ["medianMilliseconds"] = readable.Count == 0 ? 0 : Figure.MedianOf([.. readable.Select(o => o.Milliseconds)]),
            ["maxMilliseconds"] = readable.Count == 0 ? 0 : readable.Max(o => o.Milliseconds),
        };
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Summed(
        List<MergeOutcome> outcomes, Func<MergeOutcome, IReadOnlyDictionary<string, int>> counts) =>
        outcomes.SelectMany(counts).GroupBy(c => c.Key, c => c.Value).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, (JsonNode?)JsonValue.Create(g.Sum())));

    private static string Word(bool? value) => value is null ? "-" : value.Value ? "yes" : "NO";

    private static string Short(string text) => text.Length <= 240 ? text : text[..239] + "…";
}
