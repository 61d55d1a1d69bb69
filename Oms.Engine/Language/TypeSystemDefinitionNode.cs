namespace Oms.Engine.Language;

/// <summary>A definition or extension of the type system (spec 3.1, 3.2).</summary>
/// <param name="location">Where it stands in the source.</param>
public abstract class TypeSystemDefinitionNode(Location location) : DefinitionNode(location);
