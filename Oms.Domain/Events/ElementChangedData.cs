using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Events;

/// <summary>
/// The data of the events about elements. A commit that changes more than <see cref="BranchUpdatedData.MaxChanges"/> elements tells
/// <see cref="EventTypes.BranchUpdated"/> alone; the delta between the two heads has them all.
/// </summary>
/// <param name="Kind">The element's kind.</param>
/// <param name="Element">Its id, which survives every rename.</param>
/// <param name="Operation">What was done.</param>
/// <param name="Name">Its name after the change; for a deletion, before.</param>
/// <param name="Before">The hash of its definition before; empty for a creation.</param>
/// <param name="After">The hash of its definition after; empty for a deletion.</param>
public sealed record ElementChangedData(ElementKind Kind, ElementId Element, ChangeOperation Operation, string Name, ObjectHash Before, ObjectHash After);
