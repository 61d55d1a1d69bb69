using Oms.Domain.Proposals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>ThreadAnchor</c>.</summary>
internal sealed class ThreadAnchorNode(ThreadAnchor anchor)
{
    public string Element => anchor.Element.Value;

    public string? Member => anchor.Member?.Value;

    public string Name => anchor.Name;

    public AnchorState State => anchor.State;
}
