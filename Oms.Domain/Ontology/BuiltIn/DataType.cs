using System.Collections.Immutable;

namespace Oms.Domain.Ontology.BuiltIn;

/// <summary>A data type that the registry brings along (domain.md 1.9). Nobody can add, change or remove one.</summary>
public sealed record DataType
{
    /// <summary>The identity, as it stands in <see cref="TypeRef.DataType"/>.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of values it has.</summary>
    public required DataTypeCategory Category { get; init; }

    /// <summary>The form of a value in JSON, in words.</summary>
    public required string Description { get; init; }

    /// <summary>The XML Schema name of the values; null where there is none.</summary>
    public string? Format { get; init; }

    /// <summary>The greatest length in characters (for an attachment: in bytes); null where there is none.</summary>
    public long? MaxLength { get; init; }

    /// <summary>The kinds of constraints that may stand on it.</summary>
    public ImmutableArray<ConstraintKind> Constraints { get; init; } = [];
}
