using System.Collections.Immutable;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>What was merged, so that it can be merged again with another answer.</summary>
/// <param name="Base">The version that both come from.</param>
/// <param name="Ours">Our side.</param>
/// <param name="Theirs">Their side.</param>
/// <param name="Answers">The answers that were known, by conflict id.</param>
public sealed record MergeSources(Snapshot Base, Snapshot Ours, Snapshot Theirs, IReadOnlyDictionary<string, Resolution> Answers)
{
    /// <summary>
    /// What each answer to a conflict means for our side's consumers: the merge with it against the merge as it stands while the question is
    /// open, so that nothing else that the other side brings is counted. Costs a merge for each answer.
    /// </summary>
    /// <param name="conflict">One of the conflicts of the merge.</param>
    /// <returns>By choice; a choice that brings its own value, or can not be taken, has none.</returns>
    public ImmutableDictionary<ResolutionChoice, CompatibilityVerdict> VerdictsOf(Conflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        var verdicts = ImmutableDictionary.CreateBuilder<ResolutionChoice, CompatibilityVerdict>();
        var answers = Answers.Where(a => a.Key != conflict.Id).ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
        var open = ThreeWayMerge.Run(Base, Ours, Theirs, answers).Merged;
        foreach (var choice in conflict.Options.Select(o => o.Choice).Distinct())
        {
            if (choice is ResolutionChoice.Value or ResolutionChoice.Rename)
                continue;
            answers[conflict.Id] = new Resolution(choice);
            var answered = ThreeWayMerge.Run(Base, Ours, Theirs, answers);
            if (answered.Conflicts.Any(c => c.Id == conflict.Id && c.Problem is not null))
                continue;
            verdicts[choice] = CompatibilityVerdict.Of(Known(open, answered.Merged), answered.Merged, CompatibilityMode.Backward);
        }

        return verdicts.ToImmutable();
    }

    // Our side's consumers never saw what only stands while the question is open, such as the name that theirs goes under until then.
    private Snapshot Known(Snapshot open, Snapshot answered)
    {
        var unseen = answered.Map.DifferencesFrom(open.Map).Where(d => !d.Before.IsEmpty && Ours.HashOf(d.Id) is null).Select(d => d.Id).ToHashSet();
        if (unseen.Count == 0)
            return open;
        var referring = unseen.SelectMany(id => open.UsagesOf(id)).Select(u => u.By).Where(id => !unseen.Contains(id));
        return open.With([.. unseen.Concat(referring).Distinct().Order().Select(id => new SnapshotWrite(id, Ours.Find(id), Ours.HashOf(id) ?? default))]);
    }
}
