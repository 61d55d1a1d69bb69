using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Policies;

/// <summary>What changes of some elements have to keep. What is left out stands for any; of several rules the one that says most holds.</summary>
/// <param name="Mode">What has to be kept.</param>
public sealed record CompatibilityRule(CompatibilityMode Mode)
{
    /// <summary>Only this element.</summary>
    public ElementId? Element { get; init; }

    /// <summary>Only elements of this namespace and those under it.</summary>
    public string? Namespace { get; init; }

    /// <summary>Only elements of this kind.</summary>
    public ElementKind? Kind { get; init; }

    /// <summary>How much it says, to be compared: an element, then the deeper namespace, then a kind.</summary>
    internal (bool, int, bool) Weight => (Element is not null, Namespace?.Length ?? -1, Kind is not null);

    internal bool IsAbout(Element element) =>
        (Element is null || Element == element.Id)
        && (Kind is null || Kind == element.Kind)
        && (Namespace is null || element.Namespace == Namespace || element.Namespace.StartsWith(Namespace + ".", StringComparison.Ordinal));
}
