using Oms.Domain.Branches;
using Oms.Domain.Issues;

namespace Oms.Graph.Registry;

/// <summary>How a registry behaves; configuration section <c>Registry</c>, see <see cref="RegistrySetup"/>.</summary>
internal sealed record RegistryOptions
{
    /// <summary>Versions of the ontology kept in memory at most; neighbours share what they have in common.</summary>
    public int MaxSnapshots { get; init; } = 64;

    /// <summary>Commit records kept in memory at most.</summary>
    public int MaxCommits { get; init; } = 2_000;

    /// <summary>How often a command that met another's write decides anew before it gives up.</summary>
    public int MaxAttempts { get; init; } = 16;

    /// <summary>How often it is looked whether the history is worth packing; zero for never.</summary>
    public TimeSpan CompactionInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>When a change must name an issue.</summary>
    public IssuePolicy Issues { get; init; } = IssuePolicy.Default;

    /// <summary>Which branches are protected from the start.</summary>
    public BranchPolicy Branches { get; init; } = BranchPolicy.Default;
}
