using Oms.Domain.Compatibility;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>CompatibilityFinding</c>.</summary>
internal sealed class FindingNode(Finding finding)
{
    public string Rule => finding.Rule;

    public Criticality Criticality => finding.Criticality;

    public string? Path => finding.Path;

    public string Message => finding.Message;

    public Plane Plane => (Plane)finding.Plane;

    public CompatibilityDirection Direction => finding.Direction;

    public string? Element => finding.Element?.Value;

    public string Fingerprint => finding.Fingerprint;
}
