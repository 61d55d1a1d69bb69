using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>The smallest part of an element that is put back by itself.</summary>
/// <param name="Element">The element; the whole of it where nothing else is said.</param>
/// <param name="Field">The field group; null for the whole element.</param>
/// <param name="Key">The item of a list; null for the whole field.</param>
/// <param name="Inner">The field group of a member; null for the whole item.</param>
internal readonly record struct EditPlace(ElementId Element, string? Field, string? Key, string? Inner);
