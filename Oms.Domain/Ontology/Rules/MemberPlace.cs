using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Ontology.Rules;

/// <summary>A member and where it stands in its element.</summary>
/// <param name="Member">The member.</param>
/// <param name="List">The field it stands in.</param>
/// <param name="Index">Its position there; -1 where the field holds one member.</param>
/// <param name="IsKnown">True when the element held this very member before, so that what depends on the member alone was checked then.</param>
internal readonly record struct MemberPlace(Member Member, string List, int Index, bool IsKnown)
{
    internal Trail In(Trail element) => Index < 0 ? element.At(List) : element.At(List).At(Index);
}
