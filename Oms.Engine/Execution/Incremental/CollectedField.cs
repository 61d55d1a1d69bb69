using Oms.Engine.Language;

namespace Oms.Engine.Execution.Incremental;

/// <summary>The selections that are merged into one field of the response.</summary>
internal sealed class CollectedField
{
    /// <summary>The selections, in the order of the document.</summary>
    public List<FieldNode> Nodes { get; } = [];

    /// <summary>For each of them, the use of <c>@defer</c> that it stands in; null for none.</summary>
    public List<DeferUsage?> Usages { get; } = [];

    /// <summary>
    /// The uses that the field is delivered with, by their numbers: none as soon as one selection is not deferred, and of uses that
    /// lie within each other the outermost.
    /// </summary>
    public DeferUsage[] Delivery()
    {
        if (Usages.Contains(null))
            return [];
        var all = Usages.ToHashSet();
        return [.. all.Where(usage => !LiesWithin(usage!, all)).OrderBy(usage => usage!.Number)!];
    }

    private static bool LiesWithin(DeferUsage usage, HashSet<DeferUsage?> others)
    {
        for (var outer = usage.Parent; outer is not null; outer = outer.Parent)
            if (others.Contains(outer))
                return true;
        return false;
    }
}
