namespace Oms.Benchmarks.Workload;

/// <summary>The type <c>ObjectType</c> of the common workload.</summary>
internal sealed class ObjectType
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    public required Status Status { get; set; }

    public required int Version { get; init; }

    public required IReadOnlyList<Property> Properties { get; init; }

    public IReadOnlyList<Link> OutgoingLinks { get; set; } = [];
}
