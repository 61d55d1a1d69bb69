using System.Collections.Immutable;
using System.Globalization;

namespace Oms.Domain.Ontology.Editing;

/// <summary>A place in the input, linked outwards, so that a path is written out only when something is wrong there.</summary>
internal sealed class Trail
{
    internal static readonly Trail Operations = new(null, "operations", -1);

    /// <summary>The start of paths within one element.</summary>
    internal static readonly Trail Within = new(null, null, -1);

    private readonly Trail? outer;
    private readonly string? name;
    private readonly int index;

    private Trail(Trail? outer, string? name, int index)
    {
        this.outer = outer;
        this.name = name;
        this.index = index;
    }

    internal Trail At(string field) => new(this, field, -1);

    internal Trail At(int position) => new(this, null, position);

    internal Trail At(ReferencePlace place)
    {
        var trail = this;
        foreach (var step in place.Path())
            trail = trail.At(step);
        return trail;
    }

    internal ImmutableArray<string> Path()
    {
        var path = new List<string>();
        for (var step = this; step is not null && step != Within; step = step.outer)
            path.Add(step.name ?? step.index.ToString(CultureInfo.InvariantCulture));
        path.Reverse();
        return [.. path];
    }
}
