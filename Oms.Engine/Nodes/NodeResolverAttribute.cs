namespace Oms.Engine.Nodes;

/// <summary>
/// Marks the method that fetches an object by its id: of a class with <see cref="NodeAttribute"/>, of an extension of the object type, or of the query type, where it
/// resolves its field as well.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;
