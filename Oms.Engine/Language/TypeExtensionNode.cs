using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>An extension of a named type (spec 3.4.3).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="name">The name of the type it extends.</param>
/// <param name="directives">The directives applied here, in source order.</param>
public abstract class TypeExtensionNode(Location location, NameNode name, ImmutableArray<DirectiveNode> directives) : TypeSystemDefinitionNode(location), IHasDirectives, IHasName
{
    /// <summary>The name of the type it extends.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The directives applied here, in source order.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
