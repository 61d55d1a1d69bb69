using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A definition or extension of an input object.</summary>
public interface IHasInputFields
{
    /// <summary>The input fields defined here, in source order.</summary>
    ImmutableArray<InputValueDefinitionNode> Fields { get; }
}
