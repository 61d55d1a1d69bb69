using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>A flat value of one or more fields (domain.md 1.11).</summary>
public sealed record StructType : Element
{
    /// <inheritdoc/>
    public override ElementKind Kind => ElementKind.StructType;

    /// <summary>The fields, in their order; at least one.</summary>
    public ImmutableArray<StructField> Fields { get; init; } = [];

    /// <summary>How to show a value, with <c>{fieldName}</c> in it.</summary>
    public string? DisplayTemplate { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Member> Members => Fields;
}
