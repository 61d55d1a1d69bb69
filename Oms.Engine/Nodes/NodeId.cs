namespace Oms.Engine.Nodes;

/// <summary>What a global id says.</summary>
/// <param name="TypeName">The object type.</param>
/// <param name="InternalId">What tells the objects of the type apart.</param>
public readonly record struct NodeId(string TypeName, object InternalId);
