namespace Oms.Engine.Validation.Merging;

/// <summary>The fields of one selection set with its inline fragments, by response name, and the fragments it spreads.</summary>
internal sealed class CollectedFields
{
    /// <summary>Fields of the same response name in source order, the names in the order of their first field.</summary>
    public OrderedDictionary<string, List<SelectedField>> ByResponseName { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the fragments spread, each once.</summary>
    public List<string> FragmentNames { get; } = [];

    /// <summary>Fragments these fields were compared with; true when only as mutually exclusive.</summary>
    public Dictionary<string, bool> ComparedFragments { get; } = new(StringComparer.Ordinal);
}
