using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Graph.Registry;

/// <summary>Identities by UUID version 7 (RFC 9562), which rise with time and so lie near to each other in the store.</summary>
/// <param name="time">The clock.</param>
internal sealed class UuidSource(TimeProvider time) : IIdSource
{
    /// <inheritdoc/>
    public ElementId NextElement(ElementKind kind) => ElementId.Trusted($"{ElementId.PrefixOf(kind)}{Next():N}");

    /// <inheritdoc/>
    public MemberId NextMember() => MemberId.Trusted($"m-{Next():N}");

    /// <summary>A new UUID.</summary>
    internal Guid Next() => Guid.CreateVersion7(time.GetUtcNow());
}
