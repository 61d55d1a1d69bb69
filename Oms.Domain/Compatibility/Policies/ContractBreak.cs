using System.Collections.Immutable;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Policies;

/// <summary>A change that a branch's rules do not allow.</summary>
/// <param name="Rule">The id of the rule that finds it.</param>
/// <param name="Element">The element.</param>
/// <param name="Path">Where: names joined by dots.</param>
/// <param name="Message">What changed, as a sentence without a full stop.</param>
/// <param name="Planes">Whom it breaks.</param>
/// <param name="Mode">What had to be kept.</param>
/// <param name="Since">The released version that it breaks; null for the version before the change.</param>
/// <param name="Advice">What one can do instead, as a sentence.</param>
public sealed record ContractBreak(
    string Rule, ElementId Element, string Path, string Message, ImmutableArray<ConsumerPlane> Planes, CompatibilityMode Mode, string? Since, string Advice)
{
    /// <summary>Whether who knows the version before is broken by the new one, or the other way round.</summary>
    public CompatibilityDirection Direction { get; init; }

    /// <summary>What tells this break from others, wherever it turns up: the rule, the element, the place, what changed there and the direction.</summary>
    public string Fingerprint => Finding.FingerprintOf(Rule, Element, Path, Message, Direction);
}
