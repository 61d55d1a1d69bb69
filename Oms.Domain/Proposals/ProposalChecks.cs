using System.Collections.Frozen;
using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology.Naming;

namespace Oms.Domain.Proposals;

/// <summary>The checks of a proposal. Each can be carried out alone; one that throws has failed, and says so.</summary>
public static class ProposalChecks
{
    private static readonly FrozenDictionary<CheckKind, Func<CheckInput, IEnumerable<string>>> Table =
        new Dictionary<CheckKind, Func<CheckInput, IEnumerable<string>>>
        {
            [CheckKind.Valid] = input => input.Merge.Open.Where(c => !c.Causes.IsEmpty).Select(c => c.Message.In("en")!),
            [CheckKind.Conflicts] = input => input.Merge.Open.Where(c => c.Causes.IsEmpty).Select(c => c.Message.In("en")!),
            [CheckKind.Compatibility] = Broken,
            [CheckKind.Lint] = Unconventional,
            [CheckKind.Issues] = input => input.Policy.Check(input.Branch, input.Issues).Select(r => r.Message),
        }.ToFrozenDictionary();

    /// <summary>Carries one out.</summary>
    public static CheckResult Run(CheckKind kind, CheckInput input, CommandContext context) => Run(kind, input, context, Table[kind]);

    /// <summary>Carries all of them out, in their order.</summary>
    public static ImmutableArray<CheckResult> RunAll(CheckInput input, CommandContext context) =>
        [.. Enum.GetValues<CheckKind>().Select(k => Run(k, input, context))];

    internal static CheckResult Run(CheckKind kind, CheckInput input, CommandContext context, Func<CheckInput, IEnumerable<string>> check)
    {
        var result = new CheckResult { Kind = kind, Input = input.Hash, By = context.Actor.Subject, At = context.Time };
        try
        {
            List<string> findings = [.. check(input)];
            return result with
            {
                Status = findings.Count == 0 || IsToldOnly(kind, input) ? CheckStatus.Passed : CheckStatus.Failed,
                Summary = findings.Count == 0 ? $"{Name(kind)}: nothing found."
                    : IsToldOnly(kind, input) ? $"{Name(kind)}: {findings.Count} found; {input.Branch} promises nothing that they break."
                    : $"{Name(kind)}: {findings.Count} found.",
                Findings = [.. findings.Take(CheckResult.MaxFindings)],
                FindingCount = findings.Count,
            };
        }
#pragma warning disable CA1031 // Whatever a check throws, it has to fail by it and to say so, not to be missing from the panel.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return result with { Status = CheckStatus.Errored, Summary = $"{Name(kind)} could not be carried out: {e.Message}" };
        }
    }

    // A branch without rules has the mode NONE: what breaks is for people to read, and the policy asks for more approvals by its severity.
    private static bool IsToldOnly(CheckKind kind, CheckInput input) => kind == CheckKind.Compatibility && !input.IsPromised;

    private static IEnumerable<string> Broken(CheckInput input)
    {
        if (input.Breaks is { } promised)
            return promised.Select(b => $"{b.Rule}: {b.Message} ({string.Join(", ", b.Planes)}). {b.Advice} Its fingerprint is {b.Fingerprint}.");
        // With open questions there is no merged version yet; then what the source itself does to where it started is what there is to judge.
        var findings = input.Merge.IsClean
            ? OntologyComparison.Compare(input.Target, input.Merge.Merged)
            : OntologyComparison.Compare(input.Change.Base, input.Change.Source);
        return findings.Where(f => f.Criticality == Criticality.Breaking).GroupBy(f => (f.Rule, f.Path, f.Message))
            .Select(g => $"{g.Key.Rule}: {g.Key.Message} ({string.Join(", ", g.Select(f => f.Plane).Distinct())}).");
    }

    // What was unconventional before is not this proposal's doing.
    private static IEnumerable<string> Unconventional(CheckInput input)
    {
        var convention = input.Naming?.ToConvention() ?? NamingConvention.Standard;
        foreach (var id in input.Change.Elements)
        {
            if (input.Change.Source.Find(id) is not { } after)
                continue;
            var known = input.Change.Base.Find(id) is { } before
                ? convention.Check(before).Select(f => (f.RuleId, f.Member, f.Message)).ToHashSet()
                : [];
            foreach (var finding in convention.Check(after))
                if (!known.Contains((finding.RuleId, finding.Member, finding.Message)))
                    yield return finding.Message;
        }
    }

    private static string Name(CheckKind kind) => kind.ToString().ToUpperInvariant();
}
