using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A definition or extension of an object type or interface.</summary>
public interface IHasFields
{
    /// <summary>The interfaces it declares to implement, in source order.</summary>
    ImmutableArray<NamedTypeNode> Interfaces { get; }

    /// <summary>The fields defined here, in source order.</summary>
    ImmutableArray<FieldDefinitionNode> Fields { get; }
}
