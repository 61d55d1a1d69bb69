namespace Oms.Domain.Ontology;

/// <summary>One place that refers to an element.</summary>
/// <param name="By">The element that refers.</param>
/// <param name="Member">The member of it that refers; null where the element itself does.</param>
/// <param name="Kind">How it refers.</param>
public readonly record struct Usage(ElementId By, MemberId? Member, UsageKind Kind) : IComparable<Usage>
{
    /// <summary>By kind first, so that one kind is one run of an ordered set.</summary>
    public int CompareTo(Usage other)
    {
        var order = Kind.CompareTo(other.Kind);
        if (order == 0)
            order = By.CompareTo(other.By);
        return order != 0 ? order : Nullable.Compare(Member, other.Member);
    }
}
