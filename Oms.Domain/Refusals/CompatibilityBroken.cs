using System.Collections.Immutable;
using Oms.Domain.Compatibility.Policies;

namespace Oms.Domain.Refusals;

/// <summary>A change breaks what a branch promises its consumers.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Breaks">What breaks, each with what one can do instead.</param>
public sealed record CompatibilityBroken(string Branch, ImmutableArray<ContractBreak> Breaks)
    : Refusal(
        "COMPATIBILITY_BROKEN",
        $"{Breaks.Length} {(Breaks.Length == 1 ? "change breaks" : "changes break")} what '{Branch}' promises, for example {Breaks[0].Path}: {Breaks[0].Message}. {Breaks[0].Advice} Where it has to be, someone with the right override accepts its fingerprint with acceptBreak.");
