using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;

namespace Oms.Domain.Proposals;

/// <summary>
/// What a proposal would do: the difference by meaning between the version where its branches parted and its source. Its hash is what reviewers
/// agree to. New commits on the target leave it as it is, and so does taking them over into the source; another content of the source changes it.
/// Cost follows the change.
/// </summary>
public sealed class ProposedChange
{
    private BreakSeverity? severity;

    private ProposedChange(Snapshot @base, Snapshot source, ImmutableArray<DiffEntry> entries)
    {
        (Base, Source, Entries) = (@base, source, entries);
        Hash = HashOf(entries);
    }

    /// <summary>The version where the branches parted.</summary>
    public Snapshot Base { get; }

    /// <summary>The version that is proposed.</summary>
    public Snapshot Source { get; }

    /// <summary>The differences, in the order of element ids.</summary>
    public ImmutableArray<DiffEntry> Entries { get; }

    /// <summary>SHA-256 over the differences, 64 hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>The elements that differ.</summary>
    public IEnumerable<ElementId> Elements => Entries.Select(e => e.Path.Element).Distinct();

    /// <summary>How much the worst of what breaks costs those who rely on it; a rule that could not judge counts as critical.</summary>
    public BreakSeverity Severity => severity ??= SeverityOf(OntologyComparison.Compare(Base, Source));

    /// <summary>Works it out.</summary>
    public static ProposedChange Of(Snapshot @base, Snapshot source) => new(@base, source, SemanticDiff.Compare(@base, source));

    internal static BreakSeverity SeverityOf(ImmutableArray<Finding> findings)
    {
        var worst = BreakSeverity.None;
        foreach (var finding in findings)
            if (finding.Criticality == Criticality.Breaking)
            {
                var cost = ElementRules.Find(finding.Rule)?.Severity ?? BreakSeverity.Critical;
                worst = cost > worst ? cost : worst;
            }

        return worst;
    }

    private static string HashOf(ImmutableArray<DiffEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries)
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry.Operation}\n{entry.Path.Text}\n{entry.Before?.Text}\n{entry.After?.Text}\n\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
