using System.Collections.Frozen;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>
/// Merges two versions of an ontology that come from a common one (domain.md 3.1): a pure function, by identity and per member. What one side
/// changed is taken; what both changed alike is taken once; what both changed otherwise goes by a strategy, told, or becomes a question with
/// its answers. Then the merged ontology keeps every rule of the model, or the breach becomes a question that names both causes.
/// Cost follows what the sides changed, not the size of the ontology.
/// </summary>
public static class ThreeWayMerge
{
    private static readonly FrozenDictionary<string, Resolution> NoAnswers = FrozenDictionary<string, Resolution>.Empty;

    /// <summary>Merges.</summary>
    /// <param name="base">The version that both come from.</param>
    /// <param name="ours">Our side, which is merged into.</param>
    /// <param name="theirs">Their side, which is merged.</param>
    /// <param name="answers">Answers to questions by conflict id, from earlier attempts or elsewhere; answers to no question are ignored.</param>
    public static MergeResult Run(Snapshot @base, Snapshot ours, Snapshot theirs, IReadOnlyDictionary<string, Resolution>? answers = null)
    {
        if (theirs.Tree == @base.Tree || theirs.Tree == ours.Tree)
            return new MergeResult(ours, [], [], []);
        var input = new MergeInput(@base, ours, theirs);
        var log = new ConflictLog(answers ?? NoAnswers);
        var draft = new MergeDraft(input);
        new ElementMerge(input, draft, new Decider(log, openToBase: false)).Run();
        new NameCollisions(input, draft, log).Run();
        var merged = new MergeValidity(input, draft, log).Run();
        return new MergeResult(
            merged, draft.Changes(), [.. draft.NewDefinitions(), .. merged.Map.NodesSince(ours.Map)], log.Told);
    }

    /// <summary>
    /// The version from which two criss-crossed histories go on: their merge bases merged. Where those disagree stands what was before them,
    /// so that a side which decided for one of the two counts as having changed it.
    /// </summary>
    internal static Snapshot VirtualBase(Snapshot @base, Snapshot one, Snapshot other)
    {
        var input = new MergeInput(@base, one, other);
        var draft = new MergeDraft(input);
        new ElementMerge(input, draft, new Decider(new ConflictLog(NoAnswers), openToBase: true)).Run();
        new NameCollisions(input, draft, new ConflictLog(NoAnswers)).Run();
        return draft.Apply();
    }
}
