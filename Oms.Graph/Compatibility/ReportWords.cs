using Oms.Domain.Compatibility;

namespace Oms.Graph.Compatibility;

/// <summary>How a report spells verdicts and planes, for programs and for people.</summary>
internal static class ReportWords
{
    /// <summary>The verdicts, worst first.</summary>
    internal static readonly Criticality[] Verdicts = [Criticality.Breaking, Criticality.Dangerous, Criticality.NonBreaking];

    internal static string Of(Criticality criticality) => criticality switch
    {
        Criticality.Breaking => "BREAKING",
        Criticality.Dangerous => "DANGEROUS",
        _ => "NON_BREAKING",
    };

    internal static string Of(ConsumerPlane plane) => plane switch
    {
        ConsumerPlane.GraphQl => "GRAPHQL",
        ConsumerPlane.OpenApi => "OPENAPI",
        ConsumerPlane.Index => "INDEX",
        ConsumerPlane.Actions => "ACTIONS",
        _ => "SDK",
    };

    internal static string Title(Criticality criticality) => criticality switch
    {
        Criticality.Breaking => "Breaking",
        Criticality.Dangerous => "Dangerous",
        _ => "Safe",
    };
}
