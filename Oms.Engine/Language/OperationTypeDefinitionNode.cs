namespace Oms.Engine.Language;

/// <summary>One root operation type of a schema definition (spec 3.3).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="operation">The kind of operation.</param>
/// <param name="type">The object type that is its root.</param>
public sealed class OperationTypeDefinitionNode(Location location, OperationType operation, NamedTypeNode type)
    : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.OperationTypeDefinition;

    /// <summary>The kind of operation.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>The object type that is its root.</summary>
    public NamedTypeNode Type { get; } = type;
}
