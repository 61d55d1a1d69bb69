using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Compatibility.Policies;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>ContractBreak</c>.</summary>
internal sealed class ContractBreakNode(ContractBreak found)
{
    public string Fingerprint => found.Fingerprint;

    public string Rule => found.Rule;

    public string Element => found.Element.Value;

    public string Path => found.Path;

    public string Message => found.Message;

    public IReadOnlyList<Plane> Planes => [.. found.Planes.Select(p => (Plane)p)];

    public CompatibilityMode Mode => found.Mode;

    public CompatibilityDirection Direction => found.Direction;

    public string? Since => found.Since;

    public string Advice => found.Advice;
}
