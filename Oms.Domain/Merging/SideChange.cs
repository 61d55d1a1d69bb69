using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>What one side made of an element.</summary>
/// <param name="Difference">The definitions before and after, by their hashes.</param>
/// <param name="Before">Before both sides; null where the side made it.</param>
/// <param name="After">On the side; null where the side deleted it.</param>
internal readonly record struct SideChange(MerkleDifference Difference, Element? Before, Element? After)
{
    internal ElementId Id => Difference.Id;
}
