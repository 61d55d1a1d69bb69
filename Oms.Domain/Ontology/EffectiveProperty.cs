using System.Collections.Immutable;

namespace Oms.Domain.Ontology;

/// <summary>A property as its objects have it: its own words, and where those are silent the shared property's.</summary>
/// <param name="Own">The property as written.</param>
/// <param name="Shared">The shared property it refers to; null where it refers to none.</param>
/// <param name="DeclaredBy">The element whose list it stands in: an ancestor where it is inherited.</param>
public sealed record EffectiveProperty(Property Own, SharedProperty? Shared, ElementId DeclaredBy)
{
    /// <summary>The name.</summary>
    public string Name => Own.Name;

    /// <summary>The type of the values.</summary>
    public TypeRef? Type => Shared is null ? Own.Type : Shared.Type;

    /// <summary>True when every object must have a value.</summary>
    public bool IsRequired => Own.IsRequired ?? Shared?.IsRequired ?? false;

    /// <summary>True when the index holds it.</summary>
    public bool IsIndexed => Own.IsIndexed ?? Shared?.IsIndexed ?? false;

    /// <summary>True when no two objects share a value.</summary>
    public bool IsUnique => Own.IsUnique ?? Shared?.IsUnique ?? false;

    /// <summary>True when full-text search finds it.</summary>
    public bool IsSearchable => Own.IsSearchable ?? Shared?.IsSearchable ?? false;

    /// <summary>The value of an object that has none of its own.</summary>
    public JsonLiteral? DefaultValue => Own.DefaultValue ?? Shared?.DefaultValue;

    /// <summary>Rules on the values: the property's own where it has any, else the shared property's.</summary>
    public ImmutableArray<Constraint> Constraints => Own.Constraints.IsEmpty && Shared is not null ? Shared.Constraints : Own.Constraints;

    /// <summary>Labels by language.</summary>
    public LocalizedText DisplayName => Own.DisplayName.IsEmpty && Shared is not null ? Shared.DisplayName : Own.DisplayName;

    /// <summary>Descriptions by language.</summary>
    public LocalizedText Description => Own.Description.IsEmpty && Shared is not null ? Shared.Description : Own.Description;

    /// <summary>The fields, by their JSON names, in which the property says something of its own in place of the shared property.</summary>
    public ImmutableArray<string> Overrides => Shared is null ? [] :
    [
        .. new (string Field, bool IsSet)[]
        {
            ("constraints", !Own.Constraints.IsEmpty),
            ("defaultValue", Own.DefaultValue is not null),
            ("description", !Own.Description.IsEmpty),
            ("displayName", !Own.DisplayName.IsEmpty),
            ("isIndexed", Own.IsIndexed is not null),
            ("isRequired", Own.IsRequired is not null),
            ("isSearchable", Own.IsSearchable is not null),
            ("isUnique", Own.IsUnique is not null),
        }.Where(o => o.IsSet).Select(o => o.Field),
    ];
}
