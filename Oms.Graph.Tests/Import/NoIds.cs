using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Graph.Tests.Import;

/// <summary>An import gives every id itself.</summary>
internal sealed class NoIds : IIdSource
{
    public ElementId NextElement(ElementKind kind) => throw new InvalidOperationException($"a {kind} came without an id");

    public MemberId NextMember() => throw new InvalidOperationException("a member came without an id");
}
