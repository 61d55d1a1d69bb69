using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>A condition on elements of a kind.</summary>
/// <typeparam name="TElement">The kind.</typeparam>
internal interface IElementFilter<in TElement> : IFilter
    where TElement : Element
{
    /// <summary>True when it holds.</summary>
    internal bool Matches(Revision revision, TElement element);
}
