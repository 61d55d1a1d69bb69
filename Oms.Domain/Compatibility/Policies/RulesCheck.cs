using System.Collections.Immutable;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Naming;

namespace Oms.Domain.Compatibility.Policies;

/// <summary>Holds a change against the rules of a branch: what it brings, not what was there. Cost follows the change.</summary>
/// <param name="rules">The rules.</param>
/// <param name="before">The ontology at the branch's head.</param>
/// <param name="after">The ontology after the change.</param>
public sealed class RulesCheck(BranchRules rules, Snapshot before, Snapshot after)
{
    /// <summary>The rule that finds what goes without having been deprecated for long enough.</summary>
    public const string NotDeprecated = "DELETED_WITHOUT_DEPRECATION";

    private readonly ImmutableArray<ElementChange> changes = TreeDiff.Compare(before, after);

    /// <summary>What breaks what is promised and is not accepted.</summary>
    /// <param name="now">The moment of the decision.</param>
    /// <param name="earlier">The releases in the branch's history; looked at by the transitive modes only.</param>
    /// <param name="deprecatedSince">When what goes was deprecated; what is left out is not deprecated.</param>
    public ImmutableArray<ContractBreak> Breaks(
        DateTimeOffset now, IReadOnlyList<EarlierRelease> earlier, IReadOnlyDictionary<Departure, DateTimeOffset> deprecatedSince)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(deprecatedSince);
        var modes = changes.Select(c => (c.Element, Mode: rules.ModeOf((before.Find(c.Element) ?? after.Find(c.Element))!)))
            .Where(m => m.Mode != CompatibilityMode.None).ToDictionary(m => m.Element, m => m.Mode);
        var found = Against(before, modes, null, static _ => true);
        foreach (var release in modes.Values.Any(IsTransitive) ? earlier : [])
            found = found.Concat(Against(
                release.Content, modes.Where(m => IsTransitive(m.Value)).ToDictionary(), release.Version, Known(release.Content, modes)));
        return [.. found.Concat(Undeprecated(now, deprecatedSince)).DistinctBy(b => b.Fingerprint).Where(b => !rules.IsAccepted(b.Fingerprint, now))];
    }

    /// <summary>What the change takes away.</summary>
    public IEnumerable<Departure> Departures()
    {
        foreach (var change in changes)
        {
            if (change.Before.IsEmpty || before.Find(change.Element) is not { } element)
                continue;
            if (change.After.IsEmpty)
            {
                yield return new Departure(element.Id, null, element.Name, element.Deprecation);
                continue;
            }

            foreach (var member in ElementPair.Only(element, after.Find(change.Element)))
                yield return new Departure(element.Id, member.Id, $"{element.Name}.{member.Name}", member.Deprecation);
        }
    }

    /// <summary>Names that the change brings against the convention.</summary>
    public ImmutableArray<LintFinding> Names()
    {
        var convention = rules.Naming?.ToConvention() ?? NamingConvention.Standard;
        return [.. changes.Where(c => !c.After.IsEmpty).Select(c => after.Find(c.Element)!).SelectMany(convention.Check)];
    }

    /// <summary>Of <see cref="Names"/> those that are refused: where the convention is enforced, what was not so before.</summary>
    public ImmutableArray<LintFinding> RefusedNames()
    {
        if (rules.Naming is not { IsEnforced: true } naming)
            return [];
        var convention = naming.ToConvention();
        var old = changes.Where(c => !c.Before.IsEmpty).Select(c => before.Find(c.Element)).OfType<Element>().SelectMany(convention.Check)
            .Select(f => (f.RuleId, f.Element, f.Member, f.Message)).ToHashSet();
        return [.. Names().Where(f => !old.Contains((f.RuleId, f.Element, f.Member, f.Message)))];
    }

    private IEnumerable<ContractBreak> Against(
        Snapshot known, Dictionary<ElementId, CompatibilityMode> modes, string? since, Func<Change, bool> isNew) =>
        Compared(known, after, modes)
            .Where(f => isNew(ChangeOf(f)))
            .GroupBy(f => (Element: f.Element!.Value, f.Rule, f.Path, f.Message, f.Direction))
            .Select(g => new ContractBreak(
                g.Key.Rule, g.Key.Element, g.Key.Path ?? string.Empty, g.Key.Message, [.. g.Select(f => f.Plane).Distinct().Order()],
                modes[g.Key.Element], since, AdviceFor(g.Key.Rule, g.Key.Direction)) { Direction = g.Key.Direction });

    // What a release is broken by already is not this change's doing.
    private Func<Change, bool> Known(Snapshot release, Dictionary<ElementId, CompatibilityMode> modes)
    {
        var known = Compared(release, before, modes).Select(ChangeOf).ToHashSet();
        return change => !known.Contains(change);
    }

    private IEnumerable<Finding> Compared(Snapshot from, Snapshot to, Dictionary<ElementId, CompatibilityMode> modes) =>
        Judged(from, to, modes, IsBackward, CompatibilityDirection.Backward).Concat(Judged(from, to, modes, IsForward, CompatibilityDirection.Forward));

    private IEnumerable<Finding> Judged(
        Snapshot from, Snapshot to, Dictionary<ElementId, CompatibilityMode> modes, Func<CompatibilityMode, bool> asks, CompatibilityDirection direction) =>
        OntologyComparison.Judge(from, to, rules.Planes, ElementRules.All, id => modes.TryGetValue(id, out var mode) && asks(mode), direction)
            .Where(f => f.Criticality == Criticality.Breaking);

    private static Change ChangeOf(Finding finding) => new(finding.Element!.Value, finding.Rule, finding.Message, finding.Direction);

    private IEnumerable<ContractBreak> Undeprecated(DateTimeOffset now, IReadOnlyDictionary<Departure, DateTimeOffset> deprecatedSince)
    {
        if (rules.GraceDays is not { } days)
            yield break;
        foreach (var gone in Departures())
        {
            var mode = rules.ModeOf(before.Find(gone.Element)!);
            var message = $"{gone.Path} goes without having been deprecated for {days} {(days == 1 ? "day" : "days")}";
            if (!deprecatedSince.TryGetValue(gone, out var since))
            {
                yield return new ContractBreak(
                    NotDeprecated, gone.Element, gone.Path, message, rules.Planes, mode, null, $"Deprecate it now, and take it away after {days} {(days == 1 ? "day" : "days")}.");
                continue;
            }

            var end = since.AddDays(days);
            if (gone.Deprecation?.Deadline is { } deadline && new DateTimeOffset(deadline.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) is var day && day > end)
                end = day;
            if (end > now)
                yield return new ContractBreak(
                    NotDeprecated, gone.Element, gone.Path, message, rules.Planes, mode, null, $"It is deprecated since {since:yyyy-MM-dd}; take it away from {end:yyyy-MM-dd} on.");
        }
    }

    private static bool IsTransitive(CompatibilityMode mode) =>
        mode is CompatibilityMode.BackwardTransitive or CompatibilityMode.ForwardTransitive or CompatibilityMode.FullTransitive;

    private static bool IsBackward(CompatibilityMode mode) =>
        mode is CompatibilityMode.Backward or CompatibilityMode.BackwardTransitive or CompatibilityMode.Full or CompatibilityMode.FullTransitive;

    private static bool IsForward(CompatibilityMode mode) =>
        mode is CompatibilityMode.Forward or CompatibilityMode.ForwardTransitive or CompatibilityMode.Full or CompatibilityMode.FullTransitive;

    private static string AdviceFor(string rule, CompatibilityDirection direction) => ElementRules.Find(rule)?.Migration switch
    {
        not (MigrationKind.Rename or MigrationKind.Convert) when direction == CompatibilityDirection.Forward =>
            "Keep what the version before asks for and allows, until nobody meets it any more.",
        MigrationKind.Rename => "Keep the name, or make something new beside it and deprecate this.",
        MigrationKind.Convert => "Add a member of the new type beside it, and deprecate this one.",
        MigrationKind.Backfill => "Let it be left out, or give it a default.",
        MigrationKind.Clean => "Allow what was allowed before.",
        MigrationKind.Retire => "Deprecate it instead.",
        _ => "Make something new beside it and deprecate this.",
    };

    private readonly record struct Change(ElementId Element, string Rule, string Message, CompatibilityDirection Direction);
}
