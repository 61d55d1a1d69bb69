namespace Oms.Graph.Indexing;

/// <summary>GraphQL input <c>ConfirmShadowSwitchInput</c>.</summary>
internal sealed record ConfirmShadowSwitchInput(string Branch, string Shadow, long FencingToken, bool IsVerified, string? Message);
