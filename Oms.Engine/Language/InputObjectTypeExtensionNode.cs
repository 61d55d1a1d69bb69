using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>An extension of an input object (spec 3.10.1).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="name">Its name.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="fields">The input fields defined here, in source order.</param>
public sealed class InputObjectTypeExtensionNode(
    Location location,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<InputValueDefinitionNode> fields)
    : TypeExtensionNode(location, name, directives), IHasInputFields
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InputObjectTypeExtension;

    /// <summary>The input fields defined here, in source order.</summary>
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
}
