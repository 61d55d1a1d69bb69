namespace Oms.Engine.Language;

/// <summary>An input value literal, or a variable in the place of one (spec 2.9).</summary>
/// <param name="location">Where it stands in the source.</param>
public abstract class ValueNode(Location location) : SyntaxNode(location);
