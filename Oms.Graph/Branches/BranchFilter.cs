using Oms.Domain.Branches;
using Oms.Graph.Filters;

namespace Oms.Graph.Branches;

/// <summary>GraphQL input <c>BranchFilterInput</c>.</summary>
internal sealed record BranchFilter : IFilter
{
    public IReadOnlyList<BranchFilter>? And { get; init; }

    public IReadOnlyList<BranchFilter>? Or { get; init; }

    public StringOperationFilter? Name { get; init; }

    public StringOperationFilter? Description { get; init; }

    public EnumOperationFilter<BranchState>? State { get; init; }

    public BooleanOperationFilter? IsProtected { get; init; }

    public StringOperationFilter? CreatedBy { get; init; }

    public DateTimeOperationFilter? CreatedAt { get; init; }

    public DateTimeOperationFilter? StateChangedAt { get; init; }

    IEnumerable<IFilter?> IFilter.Parts =>
        [Name, Description, State, IsProtected, CreatedBy, CreatedAt, StateChangedAt, .. And ?? [], .. Or ?? []];

    int IFilter.Values => 0;

    internal bool Matches(Branch branch) =>
        (Name?.Matches(branch.Name.Value) ?? true)
        && (Description?.Matches(branch.Description) ?? true)
        && (State?.Matches(branch.State) ?? true)
        && (IsProtected?.Matches(branch.IsProtected) ?? true)
        && (CreatedBy?.Matches(branch.CreatedBy) ?? true)
        && (CreatedAt?.Matches(branch.CreatedAt) ?? true)
        && (StateChangedAt?.Matches(new BranchNode(branch).StateChangedAt) ?? true)
        && (And is null || And.All(f => f.Matches(branch)))
        && (Or is null || Or.Any(f => f.Matches(branch)));
}
