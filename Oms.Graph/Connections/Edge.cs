namespace Oms.Graph.Connections;

/// <summary>One of a page, and where it stands.</summary>
internal sealed record Edge<TNode>(string Cursor, TNode Node);
