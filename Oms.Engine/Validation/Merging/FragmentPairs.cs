namespace Oms.Engine.Validation.Merging;

/// <summary>The pairs of fragments that were compared. A comparison as mutually exclusive finds less than one that is not.</summary>
internal sealed class FragmentPairs
{
    private readonly Dictionary<(string, string), bool> _pairs = [];

    /// <returns>False when the pair has been compared as thoroughly before.</returns>
    public bool Add(string a, string b, bool areExclusive)
    {
        var pair = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
        if (_pairs.TryGetValue(pair, out var wereExclusive) && (areExclusive || !wereExclusive))
            return false;
        _pairs[pair] = areExclusive;
        return true;
    }
}
