using System.Collections.Immutable;

namespace Oms.Domain.History;

/// <summary>How two commits stand to each other.</summary>
/// <param name="Ahead">Commits that the first has and the second has not.</param>
/// <param name="Behind">Commits that the second has and the first has not.</param>
/// <param name="MergeBases">
/// The newest commits that both have: one in the ordinary case, none for unrelated histories, several after a criss-cross merge; highest
/// generation first.
/// </param>
public sealed record Divergence(int Ahead, int Behind, ImmutableArray<CommitRecord> MergeBases)
{
    /// <summary>Who made the commits that the second has and the first has not, each once, in ordinal order.</summary>
    public ImmutableArray<string> BehindAuthors { get; init; } = [];
}
