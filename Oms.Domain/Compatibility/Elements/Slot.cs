using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>A place for values: a property, a field of a struct, a parameter, or a shared property as the properties that refer to it have it.</summary>
/// <param name="Key">What identifies it within its element.</param>
/// <param name="Name">Its name; null for a shared property, which is an element itself.</param>
/// <param name="Type">The type of the values.</param>
/// <param name="IsRequired">True when there has to be a value.</param>
/// <param name="Default">The value where none is given.</param>
/// <param name="Constraints">Rules on the values.</param>
internal sealed record Slot(string Key, string? Name, TypeRef? Type, bool IsRequired, JsonLiteral? Default, ImmutableArray<Constraint> Constraints)
{
    /// <summary>True when whoever leaves it out is refused: a default stands in for what is left out.</summary>
    internal bool MustBeGiven => IsRequired && Default is null;
}
