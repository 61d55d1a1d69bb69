using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Oms.Domain.Ontology;

/// <summary>Who refers to each element, as a persistent index: a change costs O(changed references * log n).</summary>
internal sealed class UsageIndex
{
    internal static readonly UsageIndex Empty = new(HashTrie<ImmutableSortedSet<Usage>>.Empty);

    private readonly HashTrie<ImmutableSortedSet<Usage>> byTarget;

    private UsageIndex(HashTrie<ImmutableSortedSet<Usage>> byTarget) => this.byTarget = byTarget;

    internal ImmutableSortedSet<Usage> Of(ElementId target) =>
        byTarget.TryGet(target, out var usages) ? usages : ImmutableSortedSet<Usage>.Empty;

    /// <summary>The elements that refer to this one in one way.</summary>
    internal IEnumerable<Usage> Of(ElementId target, UsageKind kind)
    {
        var usages = Of(target);
        var position = usages.IndexOf(new Usage(default, null, kind));
        for (var i = position < 0 ? ~position : position; i < usages.Count && usages[i] is var usage && usage.Kind == kind; i++)
            yield return usage;
    }

    internal UsageIndex With(IEnumerable<(Element? Before, Element? After)> changes)
    {
        var removed = new HashSet<Reference>();
        var added = new HashSet<Reference>();
        foreach (var (before, after) in changes)
        {
            var (old, now) = (before is null ? [] : References.In(before), after is null ? [] : References.In(after));
            if (CollectionsMarshal.AsSpan(old).SequenceEqual(CollectionsMarshal.AsSpan(now)))
                continue;
            removed.UnionWith(old);
            added.UnionWith(now);
        }

        var kept = removed.Where(added.Contains).ToList();
        removed.ExceptWith(kept);
        added.ExceptWith(kept);
        return removed.Count + added.Count == 0 ? this : With(removed, added);
    }

    private UsageIndex With(HashSet<Reference> removed, HashSet<Reference> added)
    {
        var targets = byTarget;
        var lookup = added.ToLookup(r => r.Target, r => r.Usage);
        var gone = removed.ToLookup(r => r.Target, r => r.Usage);
        foreach (var target in lookup.Select(g => g.Key).Concat(gone.Select(g => g.Key)).Distinct())
        {
            var usages = Of(target).Except(gone[target]).Union(lookup[target]);
            targets = usages.IsEmpty ? targets.Without(target) : targets.With(target, usages);
        }

        return new UsageIndex(targets);
    }
}
