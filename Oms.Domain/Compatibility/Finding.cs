using System.Text;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility;

/// <summary>What one rule says of one change.</summary>
/// <param name="Rule">The rule's stable id.</param>
/// <param name="Criticality">The verdict.</param>
/// <param name="Path">Where: names joined by dots; null for the whole.</param>
/// <param name="Message">What changed, as a sentence without a full stop.</param>
/// <param name="Plane">For whom the verdict holds.</param>
public sealed record Finding(string Rule, Criticality Criticality, string? Path, string Message, ConsumerPlane Plane)
{
    /// <summary>The length of every fingerprint.</summary>
    public const int FingerprintLength = 18;

    /// <summary>The direction for which the verdict holds. Rule, path and message tell the real change in either.</summary>
    public CompatibilityDirection Direction { get; init; }

    /// <summary>The element that changed; null where files are compared.</summary>
    public ElementId? Element { get; init; }

    /// <summary>What tells the change from others, wherever and on whatever plane it turns up.</summary>
    public string Fingerprint => FingerprintOf(Rule, Element ?? default, Path, Message, Direction);

    internal static string FingerprintOf(string rule, ElementId element, string? path, string message, CompatibilityDirection direction) =>
        "b-" + ObjectHash.Of(Encoding.UTF8.GetBytes($"{rule}\n{element}\n{path}\n{message}{(direction == CompatibilityDirection.Forward ? "\nforward" : string.Empty)}")).Value[..(FingerprintLength - 2)];
}
