using Oms.Domain.Ontology;
using Oms.Domain.Storage;

namespace Oms.Graph.Registry;

/// <summary>A decision in favour: what to write, and what to answer once it is written.</summary>
/// <typeparam name="TAnswer">The answer.</typeparam>
/// <param name="Change">What to write.</param>
/// <param name="Answer">Makes the answer; must not fail, for the change is durable by then.</param>
internal sealed record Decided<TAnswer>(Change Change, Func<TAnswer> Answer)
{
    /// <summary>The ontology after it, where the change makes a commit.</summary>
    internal Snapshot? After { get; init; }
}
