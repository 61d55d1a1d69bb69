using System.Collections.Immutable;

namespace Oms.Engine.Language;

/// <summary>A definition or extension of the schema.</summary>
public interface IHasOperationTypes
{
    /// <summary>The root operation types named here.</summary>
    ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; }
}
