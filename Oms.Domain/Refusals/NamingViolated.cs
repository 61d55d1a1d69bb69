using System.Collections.Immutable;
using Oms.Domain.Ontology.Naming;

namespace Oms.Domain.Refusals;

/// <summary>A change brings names against the convention that a branch enforces.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="Findings">The names.</param>
public sealed record NamingViolated(string Branch, ImmutableArray<LintFinding> Findings)
    : Refusal(
        "NAMING_VIOLATED",
        $"'{Branch}' enforces its naming convention: {Findings[0].Message}{(Findings.Length == 1 ? string.Empty : $" {Findings.Length - 1} more of the kind.")} Take the names that are suggested.");
