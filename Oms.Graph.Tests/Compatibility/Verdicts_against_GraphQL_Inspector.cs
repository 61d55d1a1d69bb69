using System.Text;
using Oms.Domain.Compatibility.GraphQl;
using Oms.Domain.Import.GraphQl;
using Oms.Graph.Compatibility;
using Oms.Graph.Import;
using Oms.Graph.Import.GraphQl;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Compatibility;

public sealed class Verdicts_against_GraphQL_Inspector(InspectorOracle oracle) : IClassFixture<InspectorOracle>
{
    private const int Pairs = 400;

    // docs/compatibility.md gives the reason of each.
    private static readonly HashSet<(string Rule, string Inspector, string Ours)> Deliberate =
    [
        ("FIELD_ARGUMENT_DEFAULT_CHANGED", "DANGEROUS", "BREAKING"),
        ("INPUT_FIELD_DEFAULT_VALUE_CHANGED", "DANGEROUS", "BREAKING"),
        ("DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED", "DANGEROUS", "BREAKING"),
        ("DIRECTIVE_ARGUMENT_ADDED", "BREAKING", "NON_BREAKING"),
    ];

    [Theory]
    [InlineData("github-9/schema.graphql", "github-15-0/schema.graphql")]
    [InlineData("github-15-0/schema.graphql", "github-15-3/schema.graphql")]
    [InlineData("github-15-3/schema.graphql", "github-15-26/schema.graphql")]
    [InlineData("github-15-26/schema.graphql", "github-9/schema.graphql")]
    [InlineData("nautical-1/nautical/schema.graphql", "nautical-3/nautical/schema.graphql")]
    [InlineData("nautical-3/nautical/schema.graphql", "nautical-4/nautical/schema.graphql")]
    [InlineData("nautical-4/nautical/schema.graphql", "nautical-1/nautical/schema.graphql")]
    [InlineData("dialogporten-1-18/schema.verified.graphql", "dialogporten-1-40/schema.verified.graphql")]
    [InlineData("dialogporten-1-40/schema.verified.graphql", "dialogporten-1-118/schema.verified.graphql")]
    [InlineData("dialogporten-1-118/schema.verified.graphql", "dialogporten-1-18/schema.verified.graphql")]
    public void Releases_of_public_apis_get_the_same_verdicts_without_a_single_difference(string before, string after)
    {
        var (old, now) = (Released(before), Released(after));
        var theirs = oracle.Ask(new { file = old }, new { file = now });
        theirs.ShouldNotBeEmpty();
        Differences(theirs, Ours(ImportFile.OnDisk(old), ImportFile.OnDisk(now))).ShouldBeEmpty();
    }

    [Fact]
    public void Random_schemas_get_the_same_verdicts_but_for_the_deliberate_differences()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < Pairs; seed++)
        {
            var before = RandomSdl.Make(seed);
            var after = seed % 2 == 0 ? RandomSdl.Make(seed + 1) : RandomSdl.Near(before, seed);
            var theirs = oracle.Ask(new { text = before }, new { text = after });
            var ours = Ours(InMemory(before), InMemory(after));
            foreach (var (rule, inspector, own) in Differences(theirs, ours))
                Deliberate.ShouldContain((rule.Rule, inspector, own), $"seed {seed}, {rule}:\n{before}\n---\n{after}");
            seen.UnionWith(ours.Select(f => f.Rule));
        }

        GraphQlRules.All.Select(r => r.Id).Except(seen).ShouldBeEmpty("the random schemas should bring every rule about");
    }

    // One line for each change that the two judge differently, or that only one of them sees.
    private static List<((string Rule, string? Path) Change, string Inspector, string Ours)> Differences(IReadOnlyList<Verdict> theirs, IReadOnlyList<Verdict> ours)
    {
        var left = theirs.GroupBy(v => (v.Rule, v.Path)).ToDictionary(g => g.Key, g => g.Select(v => v.Criticality).ToList());
        var unmatched = new List<Verdict>();
        foreach (var verdict in ours)
            if (!left.TryGetValue((verdict.Rule, verdict.Path), out var same) || !same.Remove(verdict.Criticality))
                unmatched.Add(verdict);
        var differences = new List<((string, string?), string, string)>();
        foreach (var verdict in unmatched)
        {
            var same = left.GetValueOrDefault((verdict.Rule, verdict.Path));
            differences.Add(((verdict.Rule, verdict.Path), same is { Count: > 0 } ? same[0] : "none", verdict.Criticality));
            if (same is { Count: > 0 })
                same.RemoveAt(0);
        }

        differences.AddRange(left.SelectMany(l => l.Value.Select(v => (l.Key, v, "none"))));
        return differences;
    }

    private static List<Verdict> Ours(ImportFile before, ImportFile after) =>
        [.. GraphQlComparison.Compare(Read(before), Read(after)).Select(f => new Verdict(f.Rule, f.Path, ReportWords.Of(f.Criticality)))];

    private static GraphQlSchema Read(ImportFile file)
    {
        var read = GraphQlReader.Read([file], null, TestContext.Current.CancellationToken);
        read.IsOk.ShouldBeTrue(read.IsOk ? null : read.Refusals[0].Message);
        return read.Value;
    }

    private static ImportFile InMemory(string sdl) => new("schema.graphql", () => new MemoryStream(Encoding.UTF8.GetBytes(sdl)));

    private static string Released(string path) => Path.Combine(InspectorOracle.Folder, "node_modules", path);
}
