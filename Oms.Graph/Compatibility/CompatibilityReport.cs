using System.Collections.Immutable;
using Oms.Domain.Compatibility;
using Oms.Domain.Import;

namespace Oms.Graph.Compatibility;

/// <summary>What a check found.</summary>
/// <param name="Base">What was known before, as it was named.</param>
/// <param name="Head">What it was compared with.</param>
/// <param name="Findings">One for each change and plane.</param>
/// <param name="LetPass">What the files do that their format forbids, and how it was read all the same.</param>
internal sealed record CompatibilityReport(string Base, string Head, ImmutableArray<Finding> Findings, ImmutableArray<Unmapped> LetPass)
{
    /// <summary>The worst verdict; safe where nothing changed.</summary>
    internal Criticality Verdict => Findings.IsEmpty ? Criticality.NonBreaking : Findings.Max(f => f.Criticality);

    /// <summary>How many findings have this verdict.</summary>
    internal int CountOf(Criticality criticality) => Findings.Count(f => f.Criticality == criticality);

    /// <summary>Worst first, else in their order.</summary>
    internal IEnumerable<Finding> WorstFirst => Findings.OrderByDescending(f => f.Criticality);
}
