using System.Collections.Immutable;
using System.Text;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.History;
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
    /// <summary>The length of every fingerprint.</summary>
    public const int FingerprintLength = 18;

    /// <summary>What tells this break from others, wherever it turns up: the rule, the element, the place and what changed there.</summary>
    public string Fingerprint { get; } = "b-" + ObjectHash.Of(Encoding.UTF8.GetBytes($"{Rule}\n{Element}\n{Path}\n{Message}")).Value[..(FingerprintLength - 2)];
}
