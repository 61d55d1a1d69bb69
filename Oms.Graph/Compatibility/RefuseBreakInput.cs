namespace Oms.Graph.Compatibility;

/// <summary>GraphQL input <c>RefuseBreakInput</c>.</summary>
internal sealed record RefuseBreakInput(string Branch, string Fingerprint, string Reason);
