using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>The way of data and programs over the breaks of a change (domain.md 4.4).</summary>
/// <param name="Steps">The steps in their order: what is made before what is changed, and what goes at the end.</param>
/// <param name="Questions">What has to be answered first: a rename keeps data that a removal and an addition would lose.</param>
/// <param name="Warnings">What to mind, as sentences: elements that refer to each other in a circle, so that no order of them is right.</param>
public sealed record MigrationPlan(ImmutableArray<MigrationStep> Steps, ImmutableArray<RenameQuestion> Questions, ImmutableArray<string> Warnings)
{
    // What a step makes possible comes first, what takes something away last.
    private static readonly MigrationKind[] InOrder =
        [MigrationKind.Rename, MigrationKind.Backfill, MigrationKind.Clean, MigrationKind.Convert, MigrationKind.Relink, MigrationKind.Rekey, MigrationKind.Retire];

    /// <summary>True when nobody may write at some step.</summary>
    public bool NeedsDowntime => Steps.Any(s => s.NeedsDowntime);

    /// <summary>Plans the way from one version to another.</summary>
    public static MigrationPlan For(Snapshot before, Snapshot after)
    {
        var breaks = OntologyComparison.Judge(before, after, [], ElementRules.All, static _ => true)
            .Where(f => f.Criticality == Criticality.Breaking && f.Path is not null)
            .DistinctBy(f => (f.Element, f.Rule, f.Path))
            .Select(f => (Element: f.Element!.Value, Finding: f, Kind: ElementRules.Find(f.Rule)?.Migration ?? MigrationKind.None))
            .Where(f => f.Kind != MigrationKind.None)
            .ToList();
        var order = new DependencyOrder(breaks.Select(b => b.Element), before, after);
        var steps = ImmutableArray.CreateBuilder<MigrationStep>();
        var last = new List<(ElementId Element, int Step)>();
        // What others refer to changes before them, and goes after them.
        foreach (var (element, finding, kind) in breaks.OrderBy(b => Array.IndexOf(InOrder, b.Kind)).ThenBy(b => b.Kind == MigrationKind.Retire ? -order.RankOf(b.Element) : order.RankOf(b.Element)))
        {
            ImmutableArray<int> waitsFor = [.. last.Where(l => order.AreRelated(l.Element, element)).Select(l => l.Step)];
            foreach (var step in StepsOf(kind))
            {
                steps.Add(new MigrationStep(
                    steps.Count + 1, step.Type, finding.Path!, string.Format(null, step.Does, finding.Path), string.Format(null, step.Undoes, finding.Path),
                    step.Seconds, step.Down, finding.Rule, waitsFor));
                waitsFor = [steps.Count];
            }

            last.Add((element, steps.Count));
        }

        return new MigrationPlan(steps.ToImmutable(), RenameQuestions.Of(before, after), [.. WarningsOf(order, before, after)]);
    }

    private static IEnumerable<string> WarningsOf(DependencyOrder order, Snapshot before, Snapshot after)
    {
        if (order.InCycles.Count > 0)
            yield return $"These refer to each other in a circle, so that their steps have no order that is right; look at them together: {string.Join(", ", order.InCycles.Select(e => (before.Find(e) ?? after.Find(e))!.Name))}.";
    }

    private static (string Type, string Does, string Undoes, int? Seconds, bool Down)[] StepsOf(MigrationKind kind) => kind switch
    {
        MigrationKind.Rename =>
        [
            ("publish_alias", "Let readers find {0} under both names.", "Take the new name of {0} back.", 10, false),
            ("deprecation_period", "Wait until nobody uses the old name of {0}.", "Nothing changed yet.", null, false),
            ("remove_alias", "Take the old name of {0} away.", "Publish the old name of {0} again.", 10, false),
        ],
        MigrationKind.Backfill =>
        [
            ("add_nullable", "Add what {0} asks for, without asking for it yet.", "Remove it from {0} again.", 10, false),
            ("backfill_data", "Fill it in for every object of {0} that has none.", "Empty what was filled in for {0}.", null, false),
            ("make_required_and_switch", "Ask for it from now on at {0}.", "Let it be left out at {0} again.", 30, true),
        ],
        MigrationKind.Clean =>
        [
            ("find_violations", "List the values of {0} that will not be allowed.", "Nothing changed yet.", null, false),
            ("correct_values", "Correct them, or get a decision for each at {0}.", "Restore the values of {0} from the list.", null, false),
            ("enforce", "Refuse such values at {0} from now on.", "Allow them at {0} again.", 10, false),
        ],
        MigrationKind.Convert =>
        [
            ("create_conversion_function", "Write how an old value of {0} becomes a new one, and which have none.", "Drop the conversion of {0}.", 5, false),
            ("progressive_conversion", "Convert the values of {0} beside the old ones, in batches.", "Drop the converted values of {0}.", null, false),
            ("verify_conversion", "Compare old and new values of {0}.", "Nothing changed yet.", 60, false),
            ("switch", "Read and write the new values of {0}.", "Read and write the old values of {0} again.", 10, true),
        ],
        MigrationKind.Relink =>
        [
            ("create_link_store", "Make room for the links of {0} in their new shape.", "Drop that room for {0}.", 5, false),
            ("migrate_links", "Copy the links of {0}; get a decision where there are too many.", "Drop the copied links of {0}.", null, false),
            ("switch", "Read and write the links of {0} there.", "Read and write the old links of {0} again.", 10, true),
        ],
        MigrationKind.Rekey =>
        [
            ("create_temp_collection", "Make room for the objects of {0} under their new key.", "Drop that room for {0}.", 5, false),
            ("copy_with_transformation", "Copy the objects of {0}, and with them what refers to them.", "Drop the copies of {0}.", null, false),
            ("verify_data_integrity", "Compare counts and references of {0}.", "Nothing changed yet.", 30, false),
            ("atomic_switch", "Use the copies of {0}.", "Use the old objects of {0} again.", 5, true),
        ],
        _ =>
        [
            ("make_nullable", "Let {0} be left out.", "Ask for {0} again.", 10, false),
            ("deprecation_period", "Wait until nobody uses {0}: 30 days where nothing else is agreed.", "Nothing changed yet.", null, false),
            ("remove", "Remove {0}.", "Restore {0} from the version before; its data from a backup.", 30, false),
        ],
    };
}
