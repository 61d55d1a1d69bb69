using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A schema definition (spec 3.3).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="description">The description in front of it, if there is one.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="operationTypes">The root operation types named here.</param>
public sealed class SchemaDefinitionNode(
    Location location,
    StringValueNode? description,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    : TypeSystemDefinitionNode(location), IHasDirectives, IHasOperationTypes
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.SchemaDefinition;

    /// <summary>The description in front of it, if there is one.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The directives applied here, in source order.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>The root operation types named here.</summary>
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}
