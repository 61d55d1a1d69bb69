using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A schema extension (spec 3.3.2).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="operationTypes">The root operation types named here.</param>
public sealed class SchemaExtensionNode(
    Location location,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    : TypeSystemDefinitionNode(location), IHasDirectives, IHasOperationTypes
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.SchemaExtension;

    /// <summary>The directives applied here, in source order.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>The root operation types named here.</summary>
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}
