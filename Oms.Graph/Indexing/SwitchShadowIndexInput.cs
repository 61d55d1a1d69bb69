namespace Oms.Graph.Indexing;

/// <summary>GraphQL input <c>SwitchShadowIndexInput</c>.</summary>
internal sealed record SwitchShadowIndexInput(string Branch, string Shadow, bool Force);
