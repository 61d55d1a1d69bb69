namespace Oms.Engine.Paging;

/// <summary>One item of a page, and where it stands.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Node">The item.</param>
/// <param name="Cursor">Where it stands in the list; opaque to clients.</param>
public sealed record Edge<T>(T Node, string Cursor) : IEdge
{
    object? IEdge.Node => Node;
}
