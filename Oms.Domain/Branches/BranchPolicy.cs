using System.Collections.Immutable;

namespace Oms.Domain.Branches;

/// <summary>Which branches are protected from the moment they are made (appendix A, "protected list").</summary>
public sealed record BranchPolicy
{
    /// <summary><c>main</c> and everything under <c>release/</c>.</summary>
    public static readonly BranchPolicy Default = new();

    /// <summary>Names that are protected; one that ends in <c>/*</c> stands for everything under it.</summary>
    public ImmutableArray<string> Protected { get; init; } = ["main", "release/*"];

    /// <summary>True when a branch of this name is made protected.</summary>
    public bool IsProtected(BranchName name) => Protected.Any(p => p.EndsWith("/*", StringComparison.Ordinal)
        ? name.Value.StartsWith(p[..^1], StringComparison.Ordinal)
        : name.Value == p);
}
