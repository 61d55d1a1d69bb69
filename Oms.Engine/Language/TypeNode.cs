namespace Oms.Engine.Language;

/// <summary>A type reference (spec 2.11).</summary>
/// <param name="location">Where it stands in the source.</param>
public abstract class TypeNode(Location location) : SyntaxNode(location);
