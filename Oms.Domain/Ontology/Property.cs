using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>
/// A property of an object type, link type or interface (domain.md 1.5). Where <see cref="SharedProperty"/> is set, what is null or
/// empty here comes from there, and what is set here is an override that readers can see. The type can not be overridden.
/// </summary>
public sealed record Property : Member
{
    /// <summary>The type of the values; null exactly when a shared property gives it.</summary>
    public TypeRef? Type { get; init; }

    /// <summary>The shared property this one refers to.</summary>
    public ElementId? SharedProperty { get; init; }

    /// <summary>True when every object must have a value; null: not said here, which means false or the shared property's.</summary>
    public bool? IsRequired { get; init; }

    /// <summary>True when the index holds it.</summary>
    public bool? IsIndexed { get; init; }

    /// <summary>True when no two objects share a value.</summary>
    public bool? IsUnique { get; init; }

    /// <summary>True when full-text search finds it.</summary>
    public bool? IsSearchable { get; init; }

    /// <summary>True for the primary key; at most one property of a type.</summary>
    public bool IsPrimaryKey { get; init; }

    /// <summary>True when values may not change once set.</summary>
    public bool IsImmutable { get; init; }

    /// <summary>The value of an object that has none of its own.</summary>
    public JsonLiteral? DefaultValue { get; init; }

    /// <summary>Rules on the values, beside those of the type.</summary>
    public ImmutableArray<Constraint> Constraints { get; init; } = [];

    /// <summary>Whom a user interface shows it.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>How a form shows it.</summary>
    public UiHints? UiHints { get; init; }
}
