using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Events;

/// <summary>
/// The data of the events about properties of an element that was there before and still is. The properties of one that was made or deleted go with it,
/// and are told by its event alone; so are those of a commit that changes more than <see cref="BranchUpdatedData.MaxChanges"/> properties.
/// </summary>
/// <param name="Kind">The kind of the element whose property it is: an object type, a link type or an interface.</param>
/// <param name="Element">The element's id.</param>
/// <param name="Property">The property's id, which survives every rename; unique within the element.</param>
/// <param name="Operation">What was done.</param>
/// <param name="Name">The property's name after the change; for a deletion, before.</param>
public sealed record PropertyChangedData(ElementKind Kind, ElementId Element, MemberId Property, ChangeOperation Operation, string Name);
