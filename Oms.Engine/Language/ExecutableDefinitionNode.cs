using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>An operation or a fragment (spec 2.2).</summary>
/// <param name="location">Where it stands in the source.</param>
/// <param name="description">The description in front of it, if there is one.</param>
/// <param name="directives">The directives applied here, in source order.</param>
/// <param name="selectionSet">What is selected.</param>
public abstract class ExecutableDefinitionNode(Location location, StringValueNode? description, ImmutableArray<DirectiveNode> directives, SelectionSetNode selectionSet) : DefinitionNode(location), IHasDirectives
{
    /// <summary>The description in front of it, if there is one.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The directives applied here, in source order.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>What is selected.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}
