using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Rules;

/// <summary>A type with its value type, if any, taken apart: the data type beneath, and the constraints that come with it.</summary>
/// <param name="Base">The type beneath: never a value type.</param>
/// <param name="Constraints">The value type's constraints.</param>
internal readonly record struct TypeMeaning(TypeRef Base, ImmutableArray<Constraint> Constraints)
{
    /// <summary>The data type's id; null for structs and typed references.</summary>
    internal string? DataType => Base.DataType;

    /// <summary>What a type means in a snapshot; null where it names a value type that is not there, or is none.</summary>
    internal static TypeMeaning? Of(TypeRef? type, Snapshot snapshot)
    {
        if (type?.ValueType is not { } id)
            return type is null ? null : new TypeMeaning(type, []);
        return snapshot.Find<ValueType>(id) is { BaseType: { ValueType: null } under } value ? new TypeMeaning(under, value.Constraints) : null;
    }

    /// <summary>True when a key can be of it: one plain value that can be compared.</summary>
    internal bool IsPlain => DataType is "string" or "text" or "integer" or "long" or "decimal" or "date" or "time" or "datetime" or "timestamp";
}
