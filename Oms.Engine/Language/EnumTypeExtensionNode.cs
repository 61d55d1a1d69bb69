using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>An extension of an enum (spec 3.9.1).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="name">Its name.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="values">The enum values defined here, in source order.</param>
public sealed class EnumTypeExtensionNode(
    Location location,
    NameNode name,
    ImmutableArray<DirectiveNode> directives,
    ImmutableArray<EnumValueDefinitionNode> values)
    : TypeExtensionNode(location, name, directives), IHasEnumValues
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumTypeExtension;

    /// <summary>The enum values defined here, in source order.</summary>
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
}
