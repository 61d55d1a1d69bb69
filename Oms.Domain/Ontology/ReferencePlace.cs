using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>Where a reference stands, kept cheap: texts are made only when a path is asked for.</summary>
/// <param name="List">The list the reference or its member stands in, by JSON name.</param>
/// <param name="Index">The position in that list; -1 where it is no list.</param>
/// <param name="Field">The field within, dots between levels; null for the item itself.</param>
/// <param name="Only">The one kind that may stand here; null where the kind of reference tells.</param>
internal readonly record struct ReferencePlace(string List, int Index, string? Field, ElementKind? Only = null)
{
    /// <summary>The kinds that may stand here.</summary>
    internal ImmutableArray<ElementKind> Allowed(UsageKind usage, ElementKind by) =>
        Only is { } kind ? [kind] : References.Allowed(usage, by);

    /// <summary>Names and indexes from the element inwards.</summary>
    internal ImmutableArray<string> Path()
    {
        var path = ImmutableArray.CreateBuilder<string>();
        path.Add(List);
        if (Index >= 0)
            path.Add(Index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (Field is not null)
            path.AddRange(Field.Split('.'));
        return path.ToImmutable();
    }
}
