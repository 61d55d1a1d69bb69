using Oms.Domain.Ontology;

namespace Oms.Domain.Import.LinkMl;

/// <summary>A slot with what it has from the slots above it.</summary>
/// <param name="Name">Its API name.</param>
/// <param name="Address">What its ids follow from.</param>
/// <param name="Body">What is said of it.</param>
/// <param name="Range">What it leads to.</param>
/// <param name="IsMany">True when there may be several values.</param>
/// <param name="IsRequired">True when there must be one.</param>
/// <param name="Definition">The slot of the schema; null for an attribute of one class.</param>
/// <param name="Domain">The class that it says it belongs to; null where it says none.</param>
internal sealed record LinkMlSlot(
    string Name, string Address, LinkMlMapping Body, LinkMlRange Range, bool IsMany, bool IsRequired, LinkMlDefinition? Definition,
    LinkMlDefinition? Domain)
{
    /// <summary>The type of its values; null where it leads to a class.</summary>
    internal TypeRef? Type => Range.Type is { } type && IsMany ? TypeRef.ArrayOf(type) : Range.Type;

    /// <summary>The shared property that stands for it.</summary>
    internal ElementId SharedProperty => StableIds.Element(ElementKind.SharedProperty, Address);
}
