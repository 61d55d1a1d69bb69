using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A query, mutation or subscription (spec 2.3). The shorthand <c>{ field }</c> is a query without a name.</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="description">The description in front of it, if there is one.</param>
/// <param name="operation">What kind of operation it is.</param>
/// <param name="name">Its name; null for an anonymous operation.</param>
/// <param name="variableDefinitions">The variables it declares, in source order.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="selectionSet">What is selected.</param>
public sealed class OperationDefinitionNode(
    Location location,
    StringValueNode? description,
    OperationType operation,
    NameNode? name,
    ImmutableArray<VariableDefinitionNode> variableDefinitions,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet)
    : ExecutableDefinitionNode(location, description, directives, selectionSet)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.OperationDefinition;

    /// <summary>What kind of operation it is.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>Its name; null for an anonymous operation.</summary>
    public NameNode? Name { get; } = name;

    /// <summary>The variables it declares, in source order.</summary>
    public ImmutableArray<VariableDefinitionNode> VariableDefinitions { get; } = variableDefinitions;
}
