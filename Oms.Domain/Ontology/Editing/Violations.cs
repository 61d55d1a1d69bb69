using System.Collections.Immutable;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Editing;

/// <summary>Gathers what is wrong with a commit, all of it at once up to <see cref="MaxTold"/>.</summary>
internal sealed class Violations
{
    /// <summary>How many are told at once.</summary>
    internal const int MaxTold = 100;

    private readonly List<Refusal> told = [];
    private bool more;

    internal bool None => told.Count == 0;

    /// <summary>How many are told so far.</summary>
    internal int Count => told.Count;

    /// <summary>True when looking further is in vain.</summary>
    internal bool IsFull => more;

    internal void Add(Trail trail, Refusal refusal)
    {
        more |= told.Count == MaxTold;
        if (!more)
            told.Add(refusal with { Path = trail.Path() });
    }

    internal ImmutableArray<Refusal> Told() => more
        ? [.. told, new FurtherViolations(MaxTold, $"More than {MaxTold} violations were found; the first {MaxTold} are told here.")]
        : [.. told];
}
